package org.syncline.connectors.script.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;

/** What is said of the objects of a connector, in plain form. */
public final class Forms {
    static final String OBJECT_TYPE = "objectType";
    static final String ATTRIBUTES = "attributes";
    static final String ANCHOR = "anchor";

    private final Map<String, ObjectForm> forms = new LinkedHashMap<>();
    private final boolean byName;
    private final boolean byValue;

    public Forms(ConnectorSettings settings, Set<Capability> capabilities) {
        this.byName = capabilities.contains(Capability.DISTINGUISHED_NAMES);
        this.byValue = capabilities.contains(Capability.VALUE_LEVEL_EXPORT);
        for (ObjectTypeSettings type : settings.objectTypes()) {
            forms.put(type.type().name(), new ObjectForm(type, byName));
        }
    }

    /** Whether objects have distinguished names. */
    boolean hasNames() {
        return byName;
    }

    /** The object types with their attributes, as they are declared. */
    public List<Map<String, Object>> describe() {
        return forms.values().stream().map(ObjectForm::describe).toList();
    }

    ObjectForm form(Fields message) {
        String name = message.text(OBJECT_TYPE);
        ObjectForm form = forms.get(name);
        if (form == null) {
            throw new Nonsense("unknown object type '" + name + "'. There are " + String.join(", ", forms.keySet()));
        }
        return form;
    }

    /** What names one object. */
    public Map<String, Object> named(String objectType, Anchor anchor, String dn) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(OBJECT_TYPE, objectType);
        if (anchor != null) {
            plain.put(ANCHOR, forms.get(objectType).written(anchor));
        }
        if (dn != null) {
            plain.put("dn", dn);
        }
        return plain;
    }

    /** Why an operation cannot be carried out, whoever is asked; empty if it can. */
    Optional<ExportResult> refusal(ExportOperation operation) {
        boolean renames = operation instanceof ExportOperation.Update update
                && update.changes().stream().anyMatch(change -> change.attribute() == 0);
        return renames && !byName
                ? Optional.of(new ExportResult.Rejected(ExportResult.Code.NOT_SUPPORTED,
                        "Its objects have no distinguished names: they cannot be renamed", null, null))
                : Optional.empty();
    }

    /** The kind of an operation: add, update or delete. */
    public static String kind(ExportOperation operation) {
        return switch (operation) {
            case ExportOperation.Add add -> "add";
            case ExportOperation.Update update -> "update";
            case ExportOperation.Delete delete -> "delete";
        };
    }

    /** An operation. */
    public Map<String, Object> operation(ExportOperation operation) {
        return switch (operation) {
            case ExportOperation.Add add -> added(add);
            case ExportOperation.Update update -> updated(update);
            case ExportOperation.Delete delete -> named(delete.objectType(), delete.anchor(), delete.dn());
        };
    }

    private Map<String, Object> added(ExportOperation.Add add) {
        Map<String, Object> plain = named(add.objectType(), null, add.dn());
        plain.put(ATTRIBUTES, forms.get(add.objectType()).write(add.attributes()));
        return plain;
    }

    /** Attributes are given whole, multi-valued ones by their differences where the system takes those. */
    private Map<String, Object> updated(ExportOperation.Update update) {
        ObjectForm form = forms.get(update.objectType());
        Attributes before = update.before() == null ? Attributes.empty(form.type()) : update.before().as(form.type());
        Attributes after = Delta.update(update.changes()).applyTo(before, form.type());
        Map<String, Object> plain = named(update.objectType(), update.anchor(), update.dn());
        Map<String, Object> added = new LinkedHashMap<>();
        Map<String, Object> removed = new LinkedHashMap<>();
        List<Delta.AttributeChange> whole = new ArrayList<>();
        for (Delta.AttributeChange change : update.changes()) {
            if (change.attribute() == 0) {
                plain.put("newDn", after.dn());
            } else if (byValue && form.isMultiValued(change)) {
                form.put(added, change, change.added());
                form.put(removed, change, change.removed());
            } else {
                whole.add(change);
            }
        }
        plain.put(ATTRIBUTES, form.write(after, whole));
        if (byValue) {
            plain.put("add", added);
            plain.put("remove", removed);
        }
        return plain;
    }

    /** The anchor that an answer names; empty if it names none. */
    public Optional<Anchor> anchor(String objectType, Fields answer) {
        Map<String, Object> said = answer.object(ANCHOR);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        ObjectForm form = forms.get(objectType);
        return Optional.of(Optional.ofNullable(form.anchor(said)).orElseThrow(
                () -> new Nonsense("the anchor is incomplete: it is made up of " + form.anchorColumns())));
    }
}
