package org.syncline.platform.engine.export;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
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

    /** An object of which nothing was done. */
    ObjectError of(ConnectorSpaceObject object, ExportResult.Rejected rejected) {
        String attribute = rejected.attribute();
        String message = attribute == null ? rejected.message() : attribute + ": " + rejected.message();
        return error(object, rejected, message, attribute == null ? null : rule(object, attribute));
    }

    /** An object of which something was done and the rest was not. */
    ObjectError of(ConnectorSpaceObject object, List<Outcome.Refused> refused) {
        String message = refused.stream().map(one -> part(object, one)).collect(Collectors.joining(" "))
                + " Everything else of the change was done.";
        ExportResult.Rejected first = refused.getFirst().answer();
        return error(object, first, message, rule(object, guilty(object, refused.getFirst())));
    }

    private static String part(ConnectorSpaceObject object, Outcome.Refused refused) {
        AttributeChange change = refused.part().changes().getFirst();
        AttributeDefinition attribute = object.type().attribute(change.attribute());
        String values = change.added().isEmpty()
                ? " without " + texts(change.removed(), attribute)
                : " = " + texts(change.added(), attribute);
        return attribute.name() + values + ": " + refused.answer().message();
    }

    private static String texts(List<Value> values, AttributeDefinition attribute) {
        return values.stream()
                .map(value -> attribute.sensitive() ? MASK : "'" + value.text() + "'")
                .collect(Collectors.joining(", "));
    }

    private static String guilty(ConnectorSpaceObject object, Outcome.Refused refused) {
        Delta part = refused.part();
        return part.changes().size() == 1
                ? object.type().attribute(part.changes().getFirst().attribute()).name()
                : refused.answer().attribute();
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
