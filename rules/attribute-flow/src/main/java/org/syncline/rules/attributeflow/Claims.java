package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The values elected so far; who claims a value first owns it. */
final class Claims {
    /** Most attributes have one value: so many are found faster without a map. */
    private static final int FEW = 4;

    /** Who brings a value. */
    record Origin(long contributor, String rule) {}

    private final List<Value> values = new ArrayList<>(1);
    private final List<Origin> origins = new ArrayList<>(1);
    private final Set<String> folded;
    private final boolean ignoresCase;
    private Map<Value, Integer> positions;

    Claims(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
        this.folded = ignoresCase ? new HashSet<>() : Set.of();
    }

    void add(Value value, long contributor, String rule) {
        boolean isFirst = !ignoresCase
                || !(value instanceof TextValue text)
                || folded.add(text.text().toLowerCase(Locale.ROOT));
        if (isFirst && position(value) < 0) {
            values.add(value);
            origins.add(new Origin(contributor, rule));
            if (positions != null) {
                positions.put(value, values.size() - 1);
            }
        }
    }

    private int position(Value value) {
        if (values.size() <= FEW) {
            return values.indexOf(value);
        }
        if (positions == null) {
            positions = new HashMap<>();
            for (int position = 0; position < values.size(); position++) {
                positions.put(values.get(position), position);
            }
        }
        return positions.getOrDefault(value, -1);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int size() {
        return values.size();
    }

    /** In the order in which they were claimed. */
    List<Value> values() {
        return values;
    }

    /** Null if nobody claims the value. */
    Origin origin(Value value) {
        int position = position(value);
        return position < 0 ? null : origins.get(position);
    }
}
