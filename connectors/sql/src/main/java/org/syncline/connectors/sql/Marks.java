package org.syncline.connectors.sql;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.Watermark;

/**
 * How far the changes of each object type, or of each table of one, were read, as one watermark.
 *
 * @param byType by the name of the type or table
 */
record Marks(Map<String, String> byType) {
    private static final String FORM = "sql1";

    Marks {
        byType = new TreeMap<>(byType);
    }

    Watermark watermark() {
        return new Watermark(FORM + byType.entrySet().stream()
                .map(mark -> "&" + encoded(mark.getKey()) + "=" + encoded(mark.getValue()))
                .collect(Collectors.joining()));
    }

    static Marks of(Watermark watermark) {
        String[] parts = watermark.value().split("&");
        if (!parts[0].equals(FORM)) {
            throw unknown("the connector");
        }
        try {
            Map<String, String> marks = new TreeMap<>();
            for (int at = 1; at < parts.length; at++) {
                int equals = parts[at].indexOf('=');
                marks.put(decoded(parts[at].substring(0, equals)), decoded(parts[at].substring(equals + 1)));
            }
            return new Marks(marks);
        } catch (IllegalArgumentException | IndexOutOfBoundsException mangled) {
            throw unknown("the connector");
        }
    }

    /** The mark of a type or a table. */
    String of(String type) {
        String mark = byType.get(type);
        if (mark == null) {
            throw unknown("'" + type + "'");
        }
        return mark;
    }

    private static ConnectorException unknown(String whose) {
        return SqlErrors.expired("Nobody knows how far the changes of " + whose + " were read.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
