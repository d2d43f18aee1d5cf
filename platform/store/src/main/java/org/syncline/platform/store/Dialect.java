package org.syncline.platform.store;

import java.util.Collections;

/** In what the databases differ. */
enum Dialect {
    H2 {
        @Override
        String given(String... columns) {
            return "unnest(" + String.join(", ", Collections.nCopies(columns.length, "?")) + ") as given("
                    + String.join(", ", columns) + ")";
        }

        @Override
        String page() {
            return "fetch first ? rows only";
        }

        @Override
        String yes() {
            return "true";
        }

        @Override
        String makeDurable() {
            return "checkpoint sync";
        }
    };

    /** A table, named {@code given}, of the arrays that are given as parameters, one a column. */
    abstract String given(String... columns);

    /** Ends a query that gives so many rows at most as its last parameter says. */
    abstract String page();

    /** The literal of truth. */
    abstract String yes();

    /** Flushes what was committed; null where every commit does. */
    abstract String makeDurable();
}
