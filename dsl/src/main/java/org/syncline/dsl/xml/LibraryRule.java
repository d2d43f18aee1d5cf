package org.syncline.dsl.xml;

import java.util.Map;

/**
 * A ready-made rule file of the platform, for {@code <include library="..."/>}.
 *
 * @param name folder and name, such as {@code join/by-employee-id}
 * @param root the root element of the files that may include it, such as {@code join-rules}
 * @param documentation what its rules do, in sentences
 * @param parameters by name, in their order
 * @param text its rules, as XML without a root
 */
public record LibraryRule(
        String name, String root, String documentation, Map<String, LibraryParameter> parameters, String text) {

    /**
     * What makes a ready-made rule fit.
     *
     * @param documentation one sentence
     * @param value the default; null where one must be given
     */
    public record LibraryParameter(Kind kind, String documentation, String value) {

        /** What a value is, which says how it is put into expressions. */
        public enum Kind {
            /** The name of an attribute. */
            ATTRIBUTE,
            /** Text; {@code %Name%} in it is a parameter of syncline.xml. */
            TEXT,
            /** A whole expression. */
            EXPRESSION,
            /** A number, a duration, the name of a connector: taken as it is. */
            WORD
        }
    }
}
