package org.syncline.platform.engine.run;

import java.util.List;
import java.util.stream.Stream;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * What was changed of one attribute of a counted object, for a person to read: sensitive values are masked, long ones cut, and of many
 * only the first are named.
 */
public record CountedChange(String attribute, List<String> added, List<String> removed) {
    private static final String MASK = "********";
    private static final int NAMED = 20;
    private static final int LENGTH = 200;

    public CountedChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** The changes of a delta, one for each attribute. */
    static List<CountedChange> of(ObjectType type, Delta delta) {
        return delta.changes().stream()
                .map(change -> {
                    AttributeDefinition attribute = type.attribute(change.attribute());
                    return new CountedChange(
                            attribute.name(), texts(change.added(), attribute), texts(change.removed(), attribute));
                })
                .toList();
    }

    private static List<String> texts(List<Value> values, AttributeDefinition attribute) {
        Stream<String> named = values.stream().limit(NAMED).map(value -> text(value, attribute));
        return values.size() <= NAMED
                ? named.toList()
                : Stream.concat(named, Stream.of("... and " + (values.size() - NAMED) + " more")).toList();
    }

    private static String text(Value value, AttributeDefinition attribute) {
        boolean isIdentity =
                value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY;
        String text = attribute.sensitive() ? MASK : isIdentity ? "identity #" + value.text() : value.text();
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "...";
    }
}
