package org.syncline.platform.engine.ruletest;

/**
 * One thing that is otherwise than expected.
 *
 * @param attribute or what else differs, such as {@code change}
 * @param expected null where nothing was
 * @param actual what it is
 * @param rule that made it so, with its place; null if none is known
 */
public record Difference(String attribute, String expected, String actual, String rule) {}
