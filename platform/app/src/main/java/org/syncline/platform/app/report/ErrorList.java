package org.syncline.platform.app.report;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.syncline.platform.engine.run.ObjectError;

/** Errors of objects, for a person to go through. */
public final class ErrorList {
    /** So many lines of a stack say where it happened; all of them are in {@code --json}. */
    private static final int STACK = 5;

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
        screen.out().println("  " + error.connector() + "  " + screen.styled("bold", title(error)) + "  "
                + screen.styled("red", error.code()));
        screen.out().println("      " + error.message());
        if (error.rule() != null) {
            screen.out().println("      rule " + error.rule());
        }
        if (error.count() > 1) {
            screen.out().println("      since " + error.firstSeen().truncatedTo(ChronoUnit.SECONDS) + ", seen "
                    + error.count() + " times");
        }
        if (error.stack() != null) {
            error.stack().lines().limit(STACK).forEach(line -> screen.out().println("      " + line.strip()));
        }
    }

    private static String title(ObjectError error) {
        String identity = "identity #" + error.identity();
        return error.identity() == 0 || error.title().equals(identity)
                ? error.title()
                : error.title() + " (" + identity + ")";
    }
}
