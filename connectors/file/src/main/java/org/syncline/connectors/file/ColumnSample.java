package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.schema.identity.AttributeType;

/** What stands in a column of the first records, and what it therefore seems to hold. In doubt it is text. */
final class ColumnSample {
    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false|yes|no");
    private static final Pattern KEY = Pattern.compile("(?i).*(id|key|number|no|nr|code)|guid|uuid|mail|login");
    private static final List<String> DATE_FORMATS = List.of("yyyy/MM/dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy",
            "MM/dd/yyyy", "M/d/yyyy", "dd-MM-yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "dd.MM.yyyy HH:mm");
    private static final int LENGTH_OF_CODES = 4;

    private final String name;
    private final List<String> values = new ArrayList<>();
    private final Set<List<String>> distinct = new HashSet<>();
    private int records;
    private int filled;
    private boolean several;

    /** @param records without it before the first that has it */
    ColumnSample(String name, int records) {
        this.name = name;
        this.records = records;
    }

    /** The values in one more record. */
    void add(List<String> texts) {
        records++;
        if (!texts.isEmpty()) {
            filled++;
            several |= texts.size() > 1;
            values.addAll(texts);
            distinct.add(texts);
        }
    }

    String name() {
        return name;
    }

    int records() {
        return records;
    }

    /** How many records hold something. */
    int filled() {
        return filled;
    }

    /** Whether each record has a value of its own. */
    boolean isKey() {
        return records > 0 && !several && distinct.size() == records;
    }

    boolean soundsLikeKey() {
        return KEY.matcher(name).matches();
    }

    boolean holdsKeysOf(ColumnSample key) {
        return !values.isEmpty() && values.stream().map(List::of).allMatch(key.distinct::contains);
    }

    boolean hasSeveral() {
        return several;
    }

    AttributeType type() {
        if (values.isEmpty() || hasSeveral()) {
            return AttributeType.STRING;
        }
        if (all(TRUTH)) {
            return AttributeType.BOOLEAN;
        }
        if (areDates(null) || format() != null) {
            return AttributeType.DATE;
        }
        return all(NUMBER) && !isKey() && !areCodes() ? AttributeType.INTEGER : AttributeType.STRING;
    }

    /** Postal codes and the like are no numbers: others of them may begin with 0. */
    private boolean areCodes() {
        int length = values.getFirst().length();
        return length >= LENGTH_OF_CODES && values.stream().allMatch(value -> value.length() == length);
    }

    /** How dates are written; null for no dates, for ISO 8601, and where day and month cannot be told apart. */
    String format() {
        if (values.isEmpty() || areDates(null)) {
            return null;
        }
        List<String> formats = DATE_FORMATS.stream().filter(this::areDates).toList();
        boolean isCertain = formats.stream().map(format -> format.replaceAll("(.)\\1", "$1")).distinct().count() == 1;
        return isCertain ? formats.getFirst() : null;
    }

    private boolean areDates(String format) {
        FieldFormat dates = FieldFormat.of(AttributeType.DATE, new AttributeSettings(name, name, format, null, null));
        return values.stream().allMatch(value -> dates.reader().apply(value) != null);
    }

    private boolean all(Pattern pattern) {
        return values.stream().allMatch(value -> pattern.matcher(value).matches());
    }
}
