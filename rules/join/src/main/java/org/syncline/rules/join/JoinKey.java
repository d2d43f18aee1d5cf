package org.syncline.rules.join;

/**
 * What one match of one criterion compares.
 *
 * @param criterion name of the criterion and position of the match in it: unique in its file
 * @param with the metaverse attribute
 * @param key the single value compared, as text
 */
public record JoinKey(String criterion, String with, String key) {}
