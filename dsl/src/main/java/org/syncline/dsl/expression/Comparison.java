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

    /** The same comparison with the two sides exchanged. */
    Comparison turned() {
        return switch (this) {
            case EQUAL, UNEQUAL -> this;
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    /** Whether it comes out otherwise once a growing value is as great as the other. */
    boolean changesWhenReached() {
        return this != AT_MOST && this != GREATER;
    }

    /** Whether it comes out otherwise once a growing value is greater than the other. */
    boolean changesWhenPassed() {
        return this != LESS && this != AT_LEAST;
    }

    /**
     * Whether two values compare like this.
     *
     * @param difference negative if the first comes before the second, 0 if they are equal
     */
    abstract boolean holds(int difference);
}
