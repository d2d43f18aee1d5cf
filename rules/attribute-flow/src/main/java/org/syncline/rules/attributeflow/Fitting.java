package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.Value;

/** Makes values fit the attribute they flow to. */
final class Fitting {
    private Fitting() {}

    /** @throws FlowProblem if a value cannot become one of the attribute's type, or there are too many */
    static List<Value> fit(List<Value> values, AttributeDefinition attribute) {
        List<Value> fitting = new ArrayList<>(values.size());
        for (Value value : values) {
            fitting.add(fit(value, attribute));
        }
        return one(fitting, attribute);
    }

    static Value fit(Value value, AttributeDefinition attribute) {
        Value fitting = Conversion.to(attribute.type(), value);
        if (fitting == null) {
            throw new FlowProblem("type-mismatch",
                    "'" + attribute.name() + "' holds values of type " + name(attribute.type())
                            + ", which the " + name(value.type()) + shown(value, attribute)
                            + " cannot become. Convert it in the flow.");
        }
        return fitting;
    }

    private static List<Value> one(List<Value> values, AttributeDefinition attribute) {
        if (values.size() > 1 && !attribute.multiValued() && values.stream().distinct().count() > 1) {
            throw new FlowProblem("type-mismatch", "'" + attribute.name() + "' holds one value, but the flow brings "
                    + values.size() + ". Choose one in the flow, or make the attribute multi-valued.");
        }
        return values;
    }

    private static String shown(Value value, AttributeDefinition attribute) {
        String text = value.text();
        return attribute.sensitive() ? "" : " '" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "'";
    }

    private static String name(Enum<?> type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
