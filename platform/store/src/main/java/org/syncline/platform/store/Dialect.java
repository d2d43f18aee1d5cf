package org.syncline.platform.store;

import java.util.Collections;

/** In what the databases differ. */
enum Dialect {
    H2 {
        @Override
        String script() {
            return "store-h2.sql";
        }

        @Override
        String makeDurable() {
            return "checkpoint sync";
        }

        @Override
        String toColumn(String text) {
            return text;
        }

        @Override
        String fromColumn(String text) {
            return text;
        }

        @Override
        BulkInsert bulkInsert(Statements statements) {
            return new RowsTogether(statements);
        }
    },
    POSTGRESQL {
        @Override
        String script() {
            return "store-postgresql.sql";
        }

        @Override
        String makeDurable() {
            return null;
        }

        @Override
        String toColumn(String text) {
            return EscapedText.escape(text);
        }

        @Override
        String fromColumn(String text) {
            return EscapedText.unescape(text);
        }

        @Override
        BulkInsert bulkInsert(Statements statements) {
            return new CopiedRows(statements);
        }
    };

    /** A table, named {@code given}, of the arrays that are given as parameters, one a column. */
    String given(String... columns) {
        return "unnest(" + String.join(", ", Collections.nCopies(columns.length, "?")) + ") as given("
                + String.join(", ", columns) + ")";
    }

    /** Ends a query that gives so many rows at most as its last parameter says. */
    String page() {
        return "fetch first ? rows only";
    }

    /** The literal of truth. */
    String yes() {
        return "true";
    }

    /** The resource that makes the tables of a new store. */
    abstract String script();

    /** Flushes what was committed; null where every commit does. */
    abstract String makeDurable();

    /** Text as its column holds it. */
    abstract String toColumn(String text);

    /** The text that a column holds. */
    abstract String fromColumn(String text);

    /** How many rows are inserted at once. */
    abstract BulkInsert bulkInsert(Statements statements);
}
