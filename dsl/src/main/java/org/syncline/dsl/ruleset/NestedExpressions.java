package org.syncline.dsl.ruleset;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Expression;

/** Finds every expression in rules, however they are nested: none that is added to the language is forgotten. */
final class NestedExpressions {
    private final List<Expression> found = new ArrayList<>();

    private NestedExpressions() {}

    static List<Expression> in(Object rules) {
        NestedExpressions expressions = new NestedExpressions();
        expressions.look(rules);
        return expressions.found;
    }

    private void look(Object part) {
        if (part instanceof Expression expression) {
            found.add(expression);
        } else if (part instanceof Collection<?> collection) {
            collection.forEach(this::look);
        } else if (part instanceof Map<?, ?> map) {
            map.values().forEach(this::look);
        } else if (part instanceof Record) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                look(value(component, part));
            }
        }
    }

    private static Object value(RecordComponent component, Object part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The records of rules are public", impossible);
        }
    }
}
