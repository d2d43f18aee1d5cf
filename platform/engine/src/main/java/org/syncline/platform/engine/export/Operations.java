package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Makes the operations that send what is pending. */
final class Operations {
    private final GeneratedSecrets secrets = new GeneratedSecrets();

    ExportOperation operation(ConnectorSpaceObject object) {
        Delta pending = object.hologram().pendingExport();
        return switch (pending.kind()) {
            case ADD -> new ExportOperation.Add(revealed(object.hologram().wanted()));
            case UPDATE -> new ExportOperation.Update(
                    object.type().name(), object.anchor(), object.dn(), revealed(pending.changes()),
                    object.hologram().exported());
            case DELETE -> new ExportOperation.Delete(object.type().name(), object.anchor(), object.dn());
            case NONE -> throw new IllegalArgumentException("Nothing is pending for " + object.title());
        };
    }

    private Attributes revealed(Attributes attributes) {
        Attributes.Builder builder = attributes.toBuilder();
        for (int index = 0; index < attributes.type().size(); index++) {
            Content content = attributes.get(index);
            if (content.asList().stream().anyMatch(GeneratedSecret.class::isInstance)) {
                builder.set(index, Content.of(revealedValues(content.asList())));
            }
        }
        return builder.build();
    }

    private List<Delta.AttributeChange> revealed(List<Delta.AttributeChange> changes) {
        return changes.stream()
                .map(change -> new Delta.AttributeChange(
                        change.attribute(), revealedValues(change.added()), change.removed()))
                .toList();
    }

    private List<Value> revealedValues(List<Value> values) {
        List<Value> revealed = new ArrayList<>(values.size());
        for (Value value : values) {
            revealed.add(
                    value instanceof GeneratedSecret secret ? new TextValue(secrets.next(secret.length())) : value);
        }
        return revealed;
    }

    /** What is remembered of what was sent: everything but secrets, which nothing ever reports back. */
    static Delta remembered(Delta sent) {
        return sent.without(Operations::isSecret);
    }

    static boolean isSecret(Delta.AttributeChange change) {
        for (Value value : change.added()) {
            if (value instanceof GeneratedSecret) {
                return true;
            }
        }
        return false;
    }
}
