package org.syncline.platform.app.report;

import java.util.List;
import org.syncline.platform.engine.operations.Explanation;
import org.syncline.platform.engine.operations.Explanation.Statement;

/** An explanation for a person to read: what is because of something stands under it, indented. */
public final class ExplanationSheet {
    private static final String INDENTATION = "  ";

    private final Screen screen;

    public ExplanationSheet(Screen screen) {
        this.screen = screen;
    }

    public void print(Explanation explanation) {
        screen.out().println(screen.styled("bold", explanation.subject()));
        print(explanation.topics(), INDENTATION);
    }

    private void print(List<Statement> statements, String indentation) {
        for (Statement statement : statements) {
            screen.out().println(indentation + statement.text());
            print(statement.because(), indentation + INDENTATION);
        }
    }
}
