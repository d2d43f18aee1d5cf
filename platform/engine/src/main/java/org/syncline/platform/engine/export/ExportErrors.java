package org.syncline.platform.engine.export;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Delta.AttributeChange;
import org.syncline.schema.identity.Value;

/** Says what a system refused: which attribute, which value, and which rule brought it. */
final class ExportErrors {
    private static final String MASK = "********";

    private final Ruleset ruleset;
    private final Clock clock;

    ExportErrors(Ruleset ruleset, Clock clock) {
        this.ruleset = ruleset;
        this.clock = clock;
    }

    static String code(ExportResult.Rejected rejected) {
        return rejected.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An object of which nothing could be done. */
    ObjectError of(ConnectorSpaceObject object, ExportResult.Rejected rejected) {
        return of(object, new Outcome.Refused(rejected, Delta.none(), List.of()));
    }

    /** An object of which nothing was done. */
    ObjectError of(ConnectorSpaceObject object, Outcome.Refused refused) {
        List<Outcome.Part> guilty = refused.guilty().isEmpty() ? named(object, refused) : refused.guilty();
        String attribute = refused.answer().attribute();
        return guilty.isEmpty()
                ? error(object, refused.answer(),
                        attribute == null ? refused.answer().message() : attribute + ": " + refused.answer().message(),
                        attribute == null ? null : rule(object, attribute))
                : error(object, refused.answer(), parts(object, guilty), rules(object, guilty));
    }

    /** The part that stands alone, or that the system itself names; nothing if there is none. */
    private static List<Outcome.Part> named(ConnectorSpaceObject object, Outcome.Refused refused) {
        List<AttributeChange> changes = refused.whole().changes();
        boolean isOne = refused.whole().kind() == Delta.Kind.UPDATE && changes.size() == 1
                && Splitting.isOfAPart(refused.answer());
        return changes.stream()
                .filter(change -> isOne || name(object, change).equals(refused.answer().attribute()))
                .map(change -> new Outcome.Part(refused.answer(), Delta.update(List.of(change))))
                .toList();
    }

    /** An object of which something was done and the rest was not. */
    ObjectError of(ConnectorSpaceObject object, List<Outcome.Part> refused) {
        return error(object, refused.getFirst().answer(),
                parts(object, refused) + " Everything else of the change was done.", rules(object, refused));
    }

    private static String parts(ConnectorSpaceObject object, List<Outcome.Part> parts) {
        return parts.stream().map(part -> part(object, part)).collect(Collectors.joining(" "));
    }

    private static String part(ConnectorSpaceObject object, Outcome.Part refused) {
        return refused.change().changes().stream()
                .map(change -> value(object, change))
                .collect(Collectors.joining(", ")) + ": " + refused.answer().message();
    }

    private static String value(ConnectorSpaceObject object, AttributeChange change) {
        AttributeDefinition attribute = object.type().attribute(change.attribute());
        return attribute.name() + (change.added().isEmpty()
                ? " without " + texts(change.removed(), attribute)
                : " = " + texts(change.added(), attribute));
    }

    private static String name(ConnectorSpaceObject object, AttributeChange change) {
        return object.type().attribute(change.attribute()).name();
    }

    private static String texts(List<Value> values, AttributeDefinition attribute) {
        return values.stream()
                .map(value -> attribute.sensitive() ? MASK : "'" + value.text() + "'")
                .collect(Collectors.joining(", "));
    }

    /** The flows that bring what is guilty, each once; null where none does. */
    private String rules(ConnectorSpaceObject object, List<Outcome.Part> guilty) {
        String rules = guilty.stream()
                .flatMap(part -> part.change().changes().stream())
                .map(change -> rule(object, name(object, change)))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return rules.isEmpty() ? null : rules;
    }

    /** The flow that brings an attribute, with file and line; null where none does. */
    private String rule(ConnectorSpaceObject object, String attribute) {
        return ruleset.attributeFlows().stream()
                .filter(flows -> object.connector().equals(flows.connector())
                        && object.type().name().equals(flows.objectType()))
                .flatMap(flows -> flows.exports().stream())
                .filter(flow -> flow.to().equals(attribute))
                .findFirst()
                .map(ExportErrors::place)
                .orElse(null);
    }

    private static String place(AttributeFlows.ExportFlow flow) {
        return flow.name() + " (" + flow.location() + ")";
    }

    private ObjectError error(
            ConnectorSpaceObject object, ExportResult.Rejected rejected, String message, String rule) {
        return new ObjectError(
                ObjectError.Origin.EXPORT,
                Concern.ofObject(object.connector(), object.id(), object.title()),
                code(rejected),
                message,
                rule,
                clock.instant());
    }
}
