package org.syncline.dsl.expression;

import java.util.Collection;
import java.util.Locale;

/** Finds the name somebody probably meant. */
public final class NearestName {
    private static final int LETTERS_A_SLIP = 3;

    private NearestName() {}

    /** The known name that is nearest to what was written; null if none is near. */
    public static String to(String written, Collection<String> known) {
        String nearest = null;
        int fewest = Math.max(1, written.length() / LETTERS_A_SLIP) + 1;
        for (String name : known) {
            int slips = slips(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), fewest);
            if (slips < fewest) {
                fewest = slips;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Letters to change, add, drop or swap with their neighbour; at least {@code limit} if there are too many. */
    private static int slips(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = row(one, other, row, beforeLast, last);
            beforeLast = last;
            last = current;
        }
        return last[other.length()];
    }

    private static int[] row(String one, String other, int row, int[] beforeLast, int[] last) {
        int[] current = new int[other.length() + 1];
        current[0] = row;
        for (int column = 1; column <= other.length(); column++) {
            int change = last[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(change, Math.min(last[column], current[column - 1]) + 1);
            if (row > 1 && column > 1 && one.charAt(row - 1) == other.charAt(column - 2)
                    && one.charAt(row - 2) == other.charAt(column - 1)) {
                current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
            }
        }
        return current;
    }
}
