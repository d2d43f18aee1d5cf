package org.syncline.platform.engine.operations;

import java.util.Arrays;
import java.util.List;

/**
 * Why something is as it is.
 *
 * @param subject the object that was asked about
 * @param topics what there is to say, each with its statements
 */
public record Explanation(String subject, List<Statement> topics) {
    public Explanation {
        topics = List.copyOf(topics);
    }

    /** Something that is so, and why. */
    public record Statement(String text, List<Statement> because) {
        public Statement {
            because = List.copyOf(because);
        }

        static Statement of(String text) {
            return new Statement(text, List.of());
        }

        static Statement of(String text, String... because) {
            return new Statement(text, Arrays.stream(because).map(Statement::of).toList());
        }
    }
}
