package org.syncline.rules.attributeflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.Value;

/** Where values stand in a list, which may grow. */
final class Positions {
    /** Most attributes have one value: so many are found faster without a map. */
    private static final int FEW = 4;

    private final List<Value> values;
    private Map<Value, Integer> known;

    Positions(List<Value> values) {
        this.values = values;
    }

    /** -1 for a value that is not there. */
    int of(Value value) {
        if (values.size() <= FEW) {
            return values.indexOf(value);
        }
        if (known == null) {
            known = new HashMap<>();
        }
        for (int position = known.size(); position < values.size(); position++) {
            known.put(values.get(position), position);
        }
        return known.getOrDefault(value, -1);
    }
}
