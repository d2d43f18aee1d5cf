package org.syncline.dsl.ruleset;

/**
 * A setting of an object type or an attribute, as it was written.
 *
 * @param value with parameters filled in
 * @param location of its name
 */
public record GivenSetting(String name, String value, RuleLocation location) {}
