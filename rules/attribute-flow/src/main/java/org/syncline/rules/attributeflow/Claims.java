package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The values elected so far; who claims a value first owns it. */
final class Claims {
    /** Who brings a value. */
    record Origin(long contributor, String rule) {}

    private final List<Value> values = new ArrayList<>(1);
    private final List<Origin> origins = new ArrayList<>(1);
    private final Positions positions = new Positions(values);
    private final Set<String> folded;
    private final boolean ignoresCase;

    Claims(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
        this.folded = ignoresCase ? new HashSet<>() : Set.of();
    }

    void add(Value value, long contributor, String rule) {
        boolean isFirst = !ignoresCase
                || !(value instanceof TextValue text)
                || folded.add(text.text().toLowerCase(Locale.ROOT));
        if (isFirst && positions.of(value) < 0) {
            values.add(value);
            origins.add(new Origin(contributor, rule));
        }
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
        int position = positions.of(value);
        return position < 0 ? null : origins.get(position);
    }
}
