package org.syncline.dsl.expression;

import java.util.Set;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/**
 * A result that is known already.
 *
 * @param source what it came from, as it is shown
 * @param content the result
 * @param reads the names that it may have been made of
 */
public record KnownResult(String source, Content content, Set<String> reads) implements Expression {

    /** A result that was made of nothing that is known. */
    public static KnownResult of(String source, Content content) {
        return new KnownResult(source, content, Set.of());
    }

    @Override
    public AttributeType type() {
        return content instanceof Value value ? value.type() : null;
    }

    @Override
    public boolean multiValued() {
        return content.count() > 1;
    }

    @Override
    public Clock clock() {
        return Clock.UNREAD;
    }

    @Override
    public Content evaluate(Evaluation evaluation) {
        return content;
    }
}
