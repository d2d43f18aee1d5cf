package org.syncline.platform.app.report;

import java.util.List;
import org.syncline.platform.engine.run.ObjectError;

/** Errors of objects, for a person to go through. */
public final class ErrorList {
    private final Screen screen;

    public ErrorList(Screen screen) {
        this.screen = screen;
    }

    /** Prints so many of them, and says how many are left. */
    public void print(List<ObjectError> errors, int most) {
        errors.stream().limit(most).forEach(this::print);
        if (errors.size() > most) {
            screen.out().println("  ... and " + (errors.size() - most) + " more");
        }
    }

    private void print(ObjectError error) {
        screen.out().println("  " + error.connector() + "  " + screen.styled("bold", error.title()) + "  "
                + screen.styled("red", error.code()));
        screen.out().println("      " + error.message());
        if (error.rule() != null) {
            screen.out().println("      rule " + error.rule());
        }
    }
}
