package org.syncline.platform.engine.ruletest;

import java.util.List;
import org.syncline.dsl.ruleset.RuleTest.ExpectedChange;
import org.syncline.dsl.ruleset.RuleTest.ExpectedExport;
import org.syncline.platform.engine.operations.Explanation.Statement;

/** Says in words what was expected, and what happened. */
final class Wording {
    private Wording() {}

    static String of(ExpectedExport expected) {
        return (expected.change() == null ? "an export" : withArticle(expected.change()))
                + (expected.objectType() == null ? "" : " of type '" + expected.objectType() + "'")
                + " in '" + expected.connector() + "'"
                + (expected.dn() == null ? "" : " of " + expected.dn());
    }

    static String of(AccountChange change) {
        return kinds(change) + " of " + change.name();
    }

    /** Such as {@code rename, update}. */
    static String kinds(AccountChange change) {
        List<String> kinds = change.kinds().stream().map(Wording::of).toList();
        return kinds.isEmpty() ? "export" : String.join(", ", kinds);
    }

    static String of(ExpectedChange change) {
        return switch (change) {
            case ADD -> "add";
            case UPDATE -> "update";
            case RENAME -> "rename";
            case DISABLE -> "disable";
            case DELETE -> "delete";
            case DISCONNECT -> "disconnect";
        };
    }

    /** A statement and what it is made of, each part indented. */
    static void add(Statement statement, String indentation, List<String> lines) {
        lines.add(indentation + statement.text());
        statement.because().forEach(part -> add(part, indentation + "  ", lines));
    }

    private static String withArticle(ExpectedChange change) {
        return switch (change) {
            case ADD -> "an add";
            case UPDATE -> "an update";
            case RENAME -> "a rename";
            case DISABLE -> "a disable";
            case DELETE -> "a delete";
            case DISCONNECT -> "a disconnect";
        };
    }
}
