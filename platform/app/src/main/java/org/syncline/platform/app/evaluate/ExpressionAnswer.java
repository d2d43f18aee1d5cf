package org.syncline.platform.app.evaluate;

import org.syncline.schema.identity.Content;

/** What became of a request. */
public sealed interface ExpressionAnswer {

    /** The expression's result. */
    record Result(Content value) implements ExpressionAnswer {}

    /** It has none. */
    record Failure(Kind kind, String message) implements ExpressionAnswer {}

    /** Why an expression has no result. */
    enum Kind {
        SYNTAX("syntax"),
        UNKNOWN("unknown"),
        TYPE("type"),
        EVALUATION("evaluation");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As it is shown. */
        public String text() {
            return text;
        }

        /** Whether it is the expression that is wrong, and not the values it met. */
        public boolean isOfTheExpression() {
            return this != EVALUATION;
        }
    }
}
