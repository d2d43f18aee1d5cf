package org.syncline.connectors.script.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;

/** What is said of the objects of a connector, in plain form. */
public final class Forms {
    private static final String OBJECT_TYPE = "objectType";
    private static final String ATTRIBUTES = "attributes";
    private static final String ANCHOR = "anchor";

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

    /** The object types with their attributes, as they are declared. */
    public List<Map<String, Object>> describe() {
        return forms.values().stream().map(ObjectForm::describe).toList();
    }

    private ObjectForm form(Fields message) {
        String name = message.text(OBJECT_TYPE);
        ObjectForm form = forms.get(name);
        if (form == null) {
            throw new Nonsense("unknown object type '" + name + "'. There are " + String.join(", ", forms.keySet()));
        }
        return form;
    }

    /**
     * Takes a part of an import.
     *
     * @param kind object, patch, delete, error or watermark
     * @param full whether everything is read: what the filter leaves out is then not reported at all
     * @param place where it was said, for errors
     * @return whether there is such a kind
     */
    public boolean take(String kind, Fields message, boolean full, String place, PageInProgress page) {
        switch (kind) {
            case "object" -> takeObject(message, full, place, page);
            case "patch" -> takePatch(message, place, page);
            case "delete" -> takeDeleted(message, place, page);
            case "error" -> takeError(message, place, page);
            case "watermark" -> page.add(new Watermark(message.text("value")));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeObject(Fields message, boolean full, String place, PageInProgress page) {
        ObjectForm form = form(message);
        Map<String, Object> values = message.object(ATTRIBUTES);
        Anchor anchor = form.anchor(values);
        if (anchor == null) {
            page.add(withoutAnchor(form, place));
        } else if (form.reads(values)) {
            List<String> complaints = new ArrayList<>();
            Attributes object = form.read(values, dn(message, complaints), complaints);
            if (complaints.isEmpty()) {
                page.add(new ImportedChange.Whole(anchor, object));
            } else {
                page.add(wrong(form, anchor, place, complaints));
            }
        } else if (!full) {
            page.add(new ImportedChange.Deleted(form.type().name(), anchor));
        }
    }

    private String dn(Fields message, List<String> complaints) {
        Optional<String> dn = message.optionalText("dn").filter(text -> !text.isEmpty());
        if (dn.isPresent() != byName) {
            complaints.add(byName
                    ? "'dn' is missing, although the capability distinguished-names is declared"
                    : "'dn' is given, although the capability distinguished-names is not declared");
        }
        return byName ? dn.orElse(null) : null;
    }

    private void takePatch(Fields message, String place, PageInProgress page) {
        ObjectForm form = form(message);
        Anchor anchor = form.anchor(message.object(ANCHOR));
        List<String> complaints = new ArrayList<>();
        List<Delta.AttributeChange> changes = form.changes(message.object("add"), message.object("remove"), complaints);
        if (anchor == null) {
            page.add(withoutAnchor(form, place));
        } else if (complaints.isEmpty()) {
            page.add(new ImportedChange.Patch(form.type().name(), anchor, changes));
        } else {
            page.add(wrong(form, anchor, place, complaints));
        }
    }

    private void takeDeleted(Fields message, String place, PageInProgress page) {
        ObjectForm form = form(message);
        Anchor anchor = form.anchor(message.object(ANCHOR));
        if (anchor == null) {
            page.add(withoutAnchor(form, place));
        } else {
            page.add(new ImportedChange.Deleted(form.type().name(), anchor));
        }
    }

    private void takeError(Fields message, String place, PageInProgress page) {
        Optional<ObjectForm> form = message.optionalText(OBJECT_TYPE).map(known -> form(message));
        Map<String, Object> anchor = message.object(ANCHOR);
        page.add(new DiscoveryError(
                DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE,
                form.map(known -> known.type().name()).orElse(null),
                form.map(known -> known.anchor(anchor)).orElse(null),
                message.optionalText("place").orElse(place),
                message.text("message")));
    }

    private static DiscoveryError withoutAnchor(ObjectForm form, String place) {
        return new DiscoveryError(DiscoveryError.Code.MISSING_ANCHOR, form.type().name(), null, place,
                "the anchor is missing or incomplete: " + form.anchorColumns());
    }

    private static DiscoveryError wrong(ObjectForm form, Anchor anchor, String place, List<String> complaints) {
        return new DiscoveryError(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, form.type().name(), anchor, place,
                String.join("; ", complaints));
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
