package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The object types of the tests, and what is known of their objects after one or more imports. */
final class Accounts {
    static final ObjectTypeSettings USER = type("user",
            AttributeDefinition.single("sAMAccountName", AttributeType.STRING),
            AttributeDefinition.single("description", AttributeType.STRING),
            AttributeDefinition.single("userPrincipalName", AttributeType.STRING),
            AttributeDefinition.single("userAccountControl", AttributeType.INTEGER),
            AttributeDefinition.single("unicodePwd", AttributeType.STRING));
    static final ObjectTypeSettings DATED = type("user",
            AttributeDefinition.single("accountExpires", AttributeType.DATE),
            AttributeDefinition.single("pwdLastSet", AttributeType.DATE));
    static final ObjectTypeSettings SCOPED_GROUP = type("group",
            AttributeDefinition.single("sAMAccountName", AttributeType.STRING),
            AttributeDefinition.single("groupType", AttributeType.INTEGER));
    static final ObjectTypeSettings GROUP = type("group", AttributeDefinition.multi("member", AttributeType.REFERENCE));
    static final ObjectTypeSettings CONTACT =
            type("contact", AttributeDefinition.single("mail", AttributeType.STRING));
    static final ObjectTypeSettings UNIT =
            type("organizationalUnit", AttributeDefinition.single("description", AttributeType.STRING));

    private final Map<Anchor, Attributes> objects = new HashMap<>();
    private final List<ImportedChange> told = new ArrayList<>();
    private Connector connector;
    private Watermark watermark;

    private Accounts(Connector connector) {
        this.connector = connector;
    }

    private static ObjectTypeSettings type(String name, AttributeDefinition... attributes) {
        List<AttributeSettings> settings = List.of(attributes).stream()
                .map(attribute -> new AttributeSettings(attribute.name(), attribute.name(), null, null, null))
                .toList();
        return new ObjectTypeSettings(ObjectType.ofConnectorSpace(name, attributes), List.of("objectGUID"), settings,
                ObjectTypeSettings.Rows.SINGLE, ObjectTypeSettings.EVERY_ROW);
    }

    static Attribute objectClass(String name) {
        return new Attribute("objectClass", name);
    }

    /** After a full import. */
    static Accounts read(Connector connector) {
        Accounts accounts = new Accounts(connector);
        accounts.read(ImportRequest.full(100));
        return accounts;
    }

    /** The same, over another connection. */
    Accounts goOnWith(Connector another) {
        connector = another;
        return this;
    }

    /** Reads what changed since the last import. */
    void readChanges() {
        told.clear();
        read(ImportRequest.delta(watermark, 100));
    }

    /** Reads what changed since an earlier import once more. */
    void readChangesSince(Watermark earlier) {
        watermark = earlier;
        readChanges();
    }

    private void read(ImportRequest request) {
        try (ImportPages pages = connector.read(request)) {
            for (Optional<ImportPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                page.get().errors().forEach(error -> {
                    throw new AssertionError(error);
                });
                page.get().changes().forEach(this::stage);
                watermark = page.get().watermark().orElse(watermark);
            }
        }
    }

    private void stage(ImportedChange change) {
        told.add(change);
        switch (change) {
            case ImportedChange.Whole whole -> {
                Attributes before = objects.put(whole.anchor(), whole.attributes());
                if (before != null && !before.dn().equals(whole.attributes().dn())) {
                    objects.replaceAll((anchor, object) -> referringTo(object, before.dn(), whole.attributes().dn()));
                }
            }
            case ImportedChange.Deleted deleted -> {
                Attributes known = objects.get(deleted.anchor());
                if (known != null && known.type().name().equals(deleted.objectType())) {
                    objects.remove(deleted.anchor());
                }
            }
            case ImportedChange.Patch patch -> objects.computeIfPresent(
                    patch.anchor(), (anchor, before) -> Delta.update(patch.changes()).applyTo(before, before.type()));
        }
    }

    /** A domain controller corrects references to what was renamed and does not tell; an engine does the same. */
    private static Attributes referringTo(Attributes object, String before, String after) {
        if (!object.type().has("member")) {
            return object;
        }
        List<Value> members = object.get("member").asList().stream()
                .map(member -> member.equals(ReferenceValue.toDn(before)) ? ReferenceValue.toDn(after) : member)
                .toList();
        return object.with("member", Content.of(members));
    }

    Watermark watermark() {
        return watermark;
    }

    Map<Anchor, Attributes> objects() {
        return objects;
    }

    /** What the last delta import told of objects that are there. */
    List<String> toldNames() {
        return told.stream()
                .filter(ImportedChange.Whole.class::isInstance)
                .map(change -> ((ImportedChange.Whole) change).attributes().dn())
                .sorted()
                .toList();
    }

    /** What the last delta import told of objects of which single values changed. */
    List<ImportedChange.Patch> patches() {
        return told.stream()
                .filter(ImportedChange.Patch.class::isInstance)
                .map(ImportedChange.Patch.class::cast)
                .toList();
    }

    /** The names of all objects of a type. */
    List<String> names(ObjectTypeSettings type) {
        return objects.values().stream()
                .filter(object -> object.type().name().equals(type.type().name()))
                .map(Attributes::dn)
                .sorted()
                .toList();
    }

    /** The object with a name. */
    ImportedChange.Whole named(String dn) {
        return objects.entrySet().stream()
                .filter(object -> object.getValue().dn().equalsIgnoreCase(dn))
                .map(object -> new ImportedChange.Whole(object.getKey(), object.getValue()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + dn));
    }

    static ConnectorException.Code refusal(Connector connector, Watermark since) {
        try (ImportPages pages = connector.read(ImportRequest.delta(since, 10))) {
            throw new AssertionError("took the watermark and told " + pages.next());
        } catch (ConnectorException refusal) {
            return refusal.code();
        }
    }
}
