package org.syncline.platform.engine.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * Finds out under which containers rules put accounts: computes the name of an account whose values are all a character that no name
 * has, and takes the part that is free of it.
 *
 * @param types of the metaverse, by name
 */
record Containers(Map<String, MetaverseType> types, Present present) {
    private static final String UNKNOWN = "\uE000";
    private static final Pattern EMPTY_PART = Pattern.compile("=\\s*(,|$)");

    /** The container of what has this name; the innermost that is the same for everybody. */
    Optional<String> ofName(Expression dn, String metaverseType, ObjectType account) {
        return text(dn, metaverseType, account).map(DistinguishedName::parent).flatMap(Containers::known);
    }

    /** The container of this name, or around it. */
    Optional<String> of(Expression container, String metaverseType, ObjectType account) {
        return text(container, metaverseType, account).flatMap(Containers::known);
    }

    private static Optional<String> known(String name) {
        String known = name;
        while (known.contains(UNKNOWN)) {
            known = DistinguishedName.parent(known);
        }
        return known.isBlank() || EMPTY_PART.matcher(known).find() ? Optional.empty() : Optional.of(known);
    }

    /** Empty where rules cannot compute with such values. */
    private Optional<String> text(Expression name, String metaverseType, ObjectType account) {
        Evaluation evaluation = Evaluation.at(present)
                .source(unknown(types.get(metaverseType).type()))
                .target(unknown(account))
                .decided(account.attributes().stream()
                        .collect(Collectors.toMap(AttributeDefinition::name, attribute -> new TextValue(UNKNOWN))));
        try {
            List<Value> values = name.evaluate(evaluation).asList();
            return values.size() == 1 && evaluation.asked().isEmpty()
                    ? Optional.of(values.getFirst().text())
                    : Optional.empty();
        } catch (EvaluationException impossible) {
            return Optional.empty();
        }
    }

    /** Names are made of texts. */
    private static Attributes unknown(ObjectType type) {
        Attributes.Builder attributes = Attributes.builder(type);
        type.attributes().stream()
                .filter(attribute -> attribute.type() == AttributeType.STRING)
                .forEach(attribute -> attributes.set(attribute.name(), new TextValue(UNKNOWN)));
        return attributes.build();
    }
}
