package org.syncline.platform.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts by name, as one text: a line each, the number first. */
final class CountsText {
    private CountsText() {}

    static String of(Map<String, Long> counts) {
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) -> text.append(count).append(' ').append(name).append('\n'));
        return text.toString();
    }

    static Map<String, Long> read(String text) {
        Map<String, Long> counts = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            counts.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        });
        return counts;
    }
}
