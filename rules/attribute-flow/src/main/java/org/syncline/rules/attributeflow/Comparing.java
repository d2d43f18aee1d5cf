package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Compares values that flow with those an account has, by the policy of the flow. */
public final class Comparing {
    private Comparing() {}

    /** Whether a system reports what was sent, in the eyes of a flow; in whatever order. */
    public static boolean agree(ExportFlow flow, Collection<Value> sent, Collection<Value> reported) {
        return flow.compare() == Compare.NEVER || compared(flow, sent).equals(compared(flow, reported));
    }

    private static Set<Object> compared(ExportFlow flow, Collection<Value> values) {
        return values.stream()
                .map(value -> flow.compare() == Compare.MASK && value instanceof IntegerValue integer
                        ? (Object) (integer.number() & flow.mask())
                        : compared(value, flow.compare()))
                .collect(Collectors.toSet());
    }

    /** The values that flow, each spelled as the account has it where both are equal under the policy. */
    static List<Value> spelledAsPresent(List<Value> flowing, List<Value> present, Compare policy) {
        if (policy == Compare.EXACT || present.isEmpty()) {
            return flowing;
        }
        Map<Object, Value> spellings = new HashMap<>();
        present.forEach(value -> spellings.putIfAbsent(compared(value, policy), value));
        List<Value> spelled = new ArrayList<>(flowing.size());
        for (Value value : flowing) {
            Value same = spellings.get(compared(value, policy));
            spelled.add(same == null ? value : same);
        }
        return spelled;
    }

    private static Object compared(Value value, Compare policy) {
        return switch (policy) {
            case IGNORE_CASE -> value instanceof TextValue text ? text.text().toLowerCase(Locale.ROOT) : value;
            case TRIM -> value instanceof TextValue text ? text.text().strip() : value;
            case PROXY_ADDRESS -> ProxyAddresses.compared(value);
            case EXACT, MASK, NEVER -> value;
        };
    }
}
