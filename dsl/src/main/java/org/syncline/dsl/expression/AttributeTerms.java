package org.syncline.dsl.expression;

import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;

/** The terms that read what is known of the object at hand. */
final class AttributeTerms {
    private AttributeTerms() {}

    static Shape shape(AttributeDefinition definition) {
        return Shape.one(definition.type()).with(definition.multiValued() ? Shape.Count.MANY : Shape.Count.ONE);
    }

    static Term source(AttributeDefinition definition, int index) {
        return new SourceAttribute(shape(definition), index);
    }

    static Term target(AttributeDefinition definition, int index) {
        return ContentBody.term(shape(definition), evaluation -> evaluation.target(index));
    }

    static Term decided(String name) {
        return ContentBody.term(Shape.UNKNOWN.with(Shape.Count.ONE), evaluation -> evaluation.decided(name));
    }

    /** What exists whether the type has an attribute of this name or not; null for other names. */
    static Term always(String name, ObjectType type) {
        return switch (name) {
            case "anchor" -> TextBody.term(AttributeTerms::anchor);
            case ObjectType.DN -> TextBody.term(evaluation -> null);
            case "rdn" -> rdn(type);
            default -> null;
        };
    }

    private static Term rdn(ObjectType type) {
        int dn = type.indexOf(ObjectType.DN);
        return TextBody.term(evaluation -> dn < 0 ? null : rdn(Reading.text(evaluation.source(dn))));
    }

    static String anchor(Evaluation evaluation) {
        Anchor anchor = evaluation.anchor();
        return anchor == null ? null : anchor.text();
    }

    static String rdn(String dn) {
        return dn == null ? null : DistinguishedName.rdn(dn);
    }
}
