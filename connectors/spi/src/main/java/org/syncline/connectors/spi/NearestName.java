package org.syncline.connectors.spi;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known names was meant. */
public final class NearestName {
    private NearestName() {}

    /** The name that takes the fewest letters to change; empty if more than half of them must be. */
    public static Optional<String> among(List<String> names, String meant) {
        return names.stream()
                .filter(name -> distance(name, meant) <= Math.max(1, Math.max(name.length(), meant.length()) / 2))
                .min(Comparator.comparingInt(name -> distance(name, meant)));
    }

    /** Levenshtein's distance, without regard to case. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int at = 0; at < from.length(); at++) {
            next(row, from.charAt(at), to);
        }
        return row[to.length()];
    }

    private static void next(int[] row, char character, String to) {
        int diagonal = row[0]++;
        for (int column = 1; column <= to.length(); column++) {
            int changed = diagonal + (character == to.charAt(column - 1) ? 0 : 1);
            diagonal = row[column];
            row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
        }
    }
}
