package org.syncline.rules.attributeflow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The values elected so far; who claims a value first owns it. */
final class Claims {

    /** Who brings a value. */
    record Origin(long contributor, String rule) {}

    private final Map<Value, Origin> origins = new LinkedHashMap<>(2);
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
        if (isFirst) {
            origins.putIfAbsent(value, new Origin(contributor, rule));
        }
    }

    boolean isEmpty() {
        return origins.isEmpty();
    }

    int size() {
        return origins.size();
    }

    Set<Value> values() {
        return origins.keySet();
    }

    /** Null if nobody claims the value. */
    Origin origin(Value value) {
        return origins.get(value);
    }
}
