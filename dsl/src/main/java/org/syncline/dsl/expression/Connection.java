package org.syncline.dsl.expression;

/** That an identity has an object of a type in a connector. */
public record Connection(String connector, String objectType) {}
