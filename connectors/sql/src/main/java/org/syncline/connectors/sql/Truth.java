package org.syncline.connectors.sql;

import java.util.Locale;

/** True and false as databases write them. */
final class Truth {
    static final String EXPECTED = "true or false";

    private Truth() {}

    /** @throws Misfit if it is neither */
    static boolean of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "t", "y" -> true;
            case "false", "no", "0", "f", "n" -> false;
            default -> throw new Misfit(EXPECTED);
        };
    }
}
