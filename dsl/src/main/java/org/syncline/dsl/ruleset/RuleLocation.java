package org.syncline.dsl.ruleset;

/**
 * Where a rule stands.
 *
 * @param file relative to the configuration folder, with forward slashes
 * @param line from 1
 * @param column from 1
 */
public record RuleLocation(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
