package org.syncline.connectors.ldap.delta;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How far a log of OpenLDAP has been read: of each server that made changes the greatest change sequence number. Such a number is a
 * time, a counter, the server, and another counter.
 *
 * @param byServer by the server's number
 */
record ChangeNumbers(Map<String, String> byServer) {
    static final String CSN = "\\d{14}\\.\\d{6}Z#[0-9a-f]{6}#[0-9a-f]{3}#[0-9a-f]{6}";
    static final ChangeNumbers NONE = new ChangeNumbers(Map.of());

    private static final String BETWEEN = ";";
    private static final String NOTHING = "-";
    private static final Pattern ONE = Pattern.compile(CSN);
    private static final Pattern SEVERAL = Pattern.compile("-|" + CSN + "(;" + CSN + ")*");

    /** What orders before every number of this second. */
    static String before(long second) {
        return LatestTime.text(second) + ".000000Z#000000#000#000000";
    }

    static boolean isValid(String text) {
        return SEVERAL.matcher(text).matches();
    }

    /** What {@link #text} gives. */
    static ChangeNumbers parse(String text) {
        return text.equals(NOTHING) ? NONE : NONE.with(List.of(text.split(BETWEEN)));
    }

    /** The numbers in a cookie of content synchronization. */
    static ChangeNumbers in(String cookie) {
        return NONE.with(ONE.matcher(cookie).results().map(MatchResult::group).toList());
    }

    String text() {
        return byServer.isEmpty() ? NOTHING : String.join(BETWEEN, byServer.values());
    }

    /** Having read these too. */
    ChangeNumbers with(Collection<String> read) {
        Map<String, String> greatest = new TreeMap<>(byServer);
        read.forEach(number -> greatest.merge(server(number), number, ChangeNumbers::greater));
        return new ChangeNumbers(greatest);
    }

    private static String greater(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String server(String number) {
        return number.split("#")[2];
    }

    /** Whether a change has been read. */
    boolean include(String number) {
        String read = byServer.get(server(number));
        return read != null && number.compareTo(read) <= 0;
    }

    /** Nothing before this number is still to be read. */
    String least() {
        return byServer.values().stream().min(Comparator.naturalOrder()).orElse(before(0));
    }

    /** Every number after this one is still to be read. */
    String greatest() {
        return byServer.values().stream().max(Comparator.naturalOrder()).orElse(before(0));
    }
}
