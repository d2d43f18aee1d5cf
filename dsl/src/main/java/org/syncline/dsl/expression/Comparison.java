package org.syncline.dsl.expression;

/** How two values may compare. */
enum Comparison {
    EQUAL("=") {
        @Override
        boolean holds(int difference) {
            return difference == 0;
        }
    },
    UNEQUAL("<>") {
        @Override
        boolean holds(int difference) {
            return difference != 0;
        }
    },
    LESS("<") {
        @Override
        boolean holds(int difference) {
            return difference < 0;
        }
    },
    AT_MOST("<=") {
        @Override
        boolean holds(int difference) {
            return difference <= 0;
        }
    },
    GREATER(">") {
        @Override
        boolean holds(int difference) {
            return difference > 0;
        }
    },
    AT_LEAST(">=") {
        @Override
        boolean holds(int difference) {
            return difference >= 0;
        }
    };

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** Whether it asks for the same value rather than for an order. */
    boolean isEquality() {
        return this == EQUAL || this == UNEQUAL;
    }

    /**
     * Whether two values compare like this.
     *
     * @param difference negative if the first comes before the second, 0 if they are equal
     */
    abstract boolean holds(int difference);
}
