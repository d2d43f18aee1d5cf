package org.syncline.dsl.extension.groovy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.extension.PlainValues;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ObjectType;

/**
 * What a script answers one fact with, collected while it runs.
 *
 * @param <R> what it is made of
 */
class Answers<R> {
    private final ScriptRule rule;
    private final List<R> given = new ArrayList<>(4);

    Answers(ScriptRule rule) {
        this.rule = rule;
    }

    ScriptRule rule() {
        return rule;
    }

    void give(R answer) {
        given.add(answer);
    }

    Collection<R> given() {
        return given;
    }

    /** A value that a script gave, which may have been made of anything that it sees. */
    static KnownResult result(Object value, Set<String> reads) {
        return new KnownResult("script", PlainValues.content(value), reads);
    }

    static KnownResult known(Content content, Set<String> reads) {
        return new KnownResult("script", content, reads);
    }

    /** @throws IllegalArgumentException if the type has no such attribute */
    static void check(String attribute, ObjectType type) {
        if (!type.has(attribute)) {
            String meant =
                    NearestName.to(attribute, type.attributes().stream().map(AttributeDefinition::name).toList());
            throw new IllegalArgumentException("'" + type.name() + "' has no attribute '" + attribute + "'"
                    + (meant == null ? "" : "; did you mean " + meant + "?"));
        }
    }
}
