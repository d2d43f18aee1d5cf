package org.syncline.dsl.expression;

import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** The terms that read names no schema knows. */
final class NamedTerms {
    private NamedTerms() {}

    static Term of(String name) {
        return ContentBody.term(Shape.UNKNOWN, evaluation -> {
            Content known = evaluation.named(name);
            return known.isPresent() ? known : derived(name, known, evaluation);
        });
    }

    /** {@code [rdn]} and {@code [anchor]} exist even where only the DN and the anchor itself were given. */
    private static Content derived(String name, Content absent, Evaluation evaluation) {
        String text = switch (name) {
            case "rdn" -> AttributeTerms.rdn(Reading.text(evaluation.named(ObjectType.DN)));
            case "anchor" -> AttributeTerms.anchor(evaluation);
            default -> null;
        };
        return text == null ? absent : new TextValue(text);
    }
}
