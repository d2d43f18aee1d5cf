package org.syncline.platform.engine.export;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * Stands for the exact pending change of an object: equal as long as the object and every value of its change are. Secrets count as
 * what they are until they are sent, markers.
 */
public final class ChangeHash {
    private final StringBuilder text = new StringBuilder();

    private ChangeHash() {}

    public static ContentHash of(ConnectorSpaceObject object) {
        return of(object, object.hologram().pendingExport());
    }

    static ContentHash of(ConnectorSpaceObject object, Delta change) {
        ChangeHash hash = new ChangeHash();
        hash.put(object.connector()).put(object.type().name()).put("" + object.id());
        hash.put(object.anchor() == null ? "" : object.anchor().text()).put(object.dn() == null ? "" : object.dn());
        hash.put(change.kind().name());
        change.changes().stream()
                .sorted(Comparator.comparing(one -> name(object.type(), one)))
                .forEach(one -> hash.put(name(object.type(), one)).put("+", one.added()).put("-", one.removed()));
        return ContentHash.of(hash.text.toString());
    }

    /** Of a set of changes, whatever their order. */
    static String digest(Map<Long, ContentHash> changes) {
        long high = 0;
        long low = 0;
        for (Map.Entry<Long, ContentHash> change : changes.entrySet()) {
            ContentHash one = ContentHash.of(
                    change.getKey() + ":" + change.getValue().high() + ":" + change.getValue().low());
            high += one.high();
            low += one.low();
        }
        return "%016x".formatted(ContentHash.of(changes.size() + ":" + high + ":" + low).high());
    }

    private static String name(ObjectType type, Delta.AttributeChange change) {
        return type.attribute(change.attribute()).name();
    }

    private ChangeHash put(String part) {
        text.append(part.length()).append(':').append(part);
        return this;
    }

    private ChangeHash put(String sign, List<Value> values) {
        put(sign).put("" + values.size());
        values.stream().map(ChangeHash::comparable).sorted().forEach(this::put);
        return this;
    }

    private static String comparable(Value value) {
        return switch (value) {
            case GeneratedSecret secret -> "secret of " + secret.length();
            case ReferenceValue reference -> reference.form() + " " + reference.normalizedKey();
            default -> value.type() + " " + value.text();
        };
    }
}
