package org.syncline.dsl.ruleset;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Expression;

/** Finds every expression in rules, however they are nested: none that is added to the language is forgotten. */
public final class NestedExpressions {
    /** Kept, since reflection makes new ones whenever it is asked, which costs more than all the rest of a small step. */
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
        }
    };

    private final List<Expression> found = new ArrayList<>();

    private NestedExpressions() {}

    /** Those in a record, in what it holds, and so on. */
    public static List<Expression> in(Object rules) {
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
            ACCESSORS.get(part.getClass()).forEach(accessor -> look(value(accessor, part)));
        }
    }

    private static Object value(Method accessor, Object part) {
        try {
            return accessor.invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The records of rules are public", impossible);
        }
    }
}
