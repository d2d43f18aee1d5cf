package org.syncline.connectors.ldap.delta;

import java.util.LinkedHashMap;
import java.util.Map;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.DistinguishedName;

/** Watermarks as text: the strategy they belong to, and a position, or one for each base. */
public final class Watermarks {
    private static final char LINE = '\n';
    private static final char TAB = '\t';

    private final String strategy;

    public Watermarks(String strategy) {
        this.strategy = strategy;
    }

    /** A watermark of one position. */
    public Watermark of(String position) {
        return new Watermark(strategy + LINE + position);
    }

    /** A watermark of a position for each base. */
    public Watermark of(Map<String, String> positions) {
        StringBuilder text = new StringBuilder();
        positions.forEach((base, position) -> text.append(text.isEmpty() ? "" : LINE)
                .append(DistinguishedName.normalize(base))
                .append(TAB)
                .append(position));
        return of(text.toString());
    }

    /** The position in a watermark of this strategy. */
    public String position(Watermark watermark) {
        String heading = strategy + LINE;
        if (!watermark.value().startsWith(heading)) {
            throw fullImportRequired("The watermark does not come from delta '" + strategy + "'", null);
        }
        return watermark.value().substring(heading.length());
    }

    /** The position of each of these bases. */
    public Map<String, String> positions(Watermark watermark, Iterable<String> bases) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String line : position(watermark).split(String.valueOf(LINE))) {
            int tab = line.lastIndexOf(TAB);
            byName.put(line.substring(0, Math.max(tab, 0)), line.substring(tab + 1));
        }
        Map<String, String> positions = new LinkedHashMap<>();
        for (String base : bases) {
            String position = byName.remove(DistinguishedName.normalize(base));
            if (position == null) {
                throw fullImportRequired("Under '" + base + "' nothing was read when the watermark was kept", null);
            }
            positions.put(base, position);
        }
        return positions;
    }

    /** @param why a sentence without its full stop */
    public static ConnectorException fullImportRequired(String why, Throwable cause) {
        return new ConnectorException(
                ConnectorException.Code.FULL_IMPORT_REQUIRED, why + ". Run a full import.", cause);
    }
}
