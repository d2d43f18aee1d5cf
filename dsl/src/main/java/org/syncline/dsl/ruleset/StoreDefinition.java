package org.syncline.dsl.ruleset;

/**
 * A database on a server that holds the store.
 *
 * @param url for JDBC; parameters are filled in
 * @param secret the name of the password, or null if the user needs none
 */
public record StoreDefinition(String url, String user, String secret, RuleLocation location) {}
