package org.syncline.dsl.condition;

/** What is known of a condition. */
enum Truth {
    FALSE,
    OPEN,
    TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) > 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case OPEN -> OPEN;
            case TRUE -> FALSE;
        };
    }
}
