package org.syncline.dsl.xml;

import java.util.List;

/**
 * A slip in the sample configuration and what is to be said of it.
 *
 * @param slip what the administrator did, as a phrase
 * @param text what stands in the file
 * @param replacement what is written in its place
 * @param problems as they are shown
 */
record ProblemCase(String slip, String file, String text, String replacement, List<String> problems) {
    static final String SYNCLINE = "syncline.xml";
    static final String HR = "connectors/hr.xml";
    static final String DIRECTORY = "connectors/directory.xml";
    static final String JOIN = "rules/join/hr.xml";
    static final String FLOWS = "rules/attribute-flow/hr.xml";
    static final String EXPORTS = "rules/attribute-flow/directory.xml";
    static final String PROVISIONING = "rules/provisioning/directory.xml";

    /** @param problems in this file, from the line on */
    static ProblemCase slip(String slip, String file, String text, String replacement, String... problems) {
        List<String> shown = List.of(problems).stream()
                .map(problem -> Character.isDigit(problem.charAt(0)) ? file + ":" + problem : problem)
                .toList();
        return new ProblemCase(slip, file, text, replacement, shown);
    }

    @Override
    public String toString() {
        return slip;
    }
}
