package org.syncline.platform.engine.auditfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** Reads an audit file from its beginning to its end; anything wrong refuses the file, with file, line and column. */
final class AuditReader implements AutoCloseable {
    private static final List<String> ROOT = List.of("page", "end");
    private static final List<String> PAGE = List.of("object", "patch", "deleted", "unreadable", "watermark");
    private static final List<String> TYPE = List.of("type");
    private static final List<String> VALUE = List.of("name", "by", "encoding");

    private final AuditXml xml;
    private final ConnectorDefinition connector;
    private final AuditHead head;
    private final List<DiscoveryError> errors = new ArrayList<>();
    private final List<ImportedChange> changes = new ArrayList<>();
    private boolean inPage;
    private boolean ended;

    /** @param connector whose object types the file is read with */
    AuditReader(Path file, ConnectorDefinition connector) {
        this.xml = new AuditXml(file);
        this.connector = connector;
        try {
            this.head = readHead();
        } catch (RuntimeException failure) {
            xml.close();
            throw failure;
        }
    }

    private AuditHead readHead() {
        if (!xml.child().equals(Optional.of("audit-file"))) {
            throw xml.unknown(List.of("audit-file"));
        }
        xml.allow(List.of("connector", "step", "partition", "since", "written"));
        String step = xml.required("step");
        Kind kind = Arrays.stream(Kind.values()).filter(each -> each.text().equals(step)).findFirst()
                .orElseThrow(() -> xml.refused("There is no step '" + step + "'."));
        return new AuditHead(xml.required("connector"), kind, xml.attribute("partition"), xml.attribute("since"));
    }

    AuditHead head() {
        return head;
    }

    /**
     * The next entries of a page; empty at the end.
     *
     * @param limit how many at most
     * @throws ConnectorException if something is wrong with the file, also if it has no end
     */
    Optional<ImportPage> next(int limit) {
        while (inPage || beginPage()) {
            while (changes.size() + errors.size() < limit) {
                Optional<String> name = xml.child();
                if (name.isEmpty()) {
                    inPage = false;
                    return Optional.of(taken(null));
                }
                if (name.get().equals("watermark")) {
                    Watermark mark = new Watermark(xml.plainText());
                    xml.empty();
                    inPage = false;
                    return Optional.of(taken(mark));
                }
                entry(name.get());
            }
            return Optional.of(taken(null));
        }
        return Optional.empty();
    }

    private ImportPage taken(Watermark mark) {
        ImportPage page = new ImportPage(changes, errors, Optional.ofNullable(mark));
        changes.clear();
        errors.clear();
        return page;
    }

    private boolean beginPage() {
        Optional<String> next = ended ? Optional.empty() : xml.child();
        if (next.isEmpty() && !ended) {
            throw xml
                    .refused("The file has no <end/>: the step that wrote it broke off, and what it does not name would"
                            + " count as gone. Drop it again.");
        }
        if (next.isPresent() && next.get().equals("page")) {
            xml.allow(List.of());
            inPage = true;
        } else if (next.isPresent()) {
            end(next.get());
        }
        return inPage;
    }

    private void end(String name) {
        if (!name.equals("end")) {
            throw xml.unknown(ROOT);
        }
        xml.allow(List.of("entries"));
        xml.empty();
        xml.empty();
        ended = true;
    }

    private void entry(String name) {
        switch (name) {
            case "object" -> changes.add(object());
            case "patch" -> changes.add(patch());
            case "deleted" -> changes.add(deleted());
            case "unreadable" -> errors.add(unreadable());
            default -> throw xml.unknown(PAGE);
        }
    }

    private ObjectType type(String name) {
        return connector.objectType(name)
                .map(ConnectedObjectType::type)
                .orElseThrow(() -> xml.refused("Connector '" + connector.name() + "' has no object type '" + name
                        + "'; there are " + String.join(", ", connector.objectTypes().stream()
                                .map(type -> type.type().name()).toList())
                        + "."));
    }

    private ImportedChange.Whole object() {
        xml.allow(TYPE);
        ObjectType type = type(xml.required("type"));
        Anchor anchor = null;
        Map<Integer, List<Value>> values = new LinkedHashMap<>();
        for (Optional<String> name = xml.child(); name.isPresent(); name = xml.child()) {
            switch (name.get()) {
                case "anchor" -> anchor = anchor();
                case "value" -> {
                    int attribute = attribute(type);
                    add(values.computeIfAbsent(attribute, unused -> new ArrayList<>()), type.attribute(attribute));
                }
                case "masked" -> throw masked();
                default -> throw xml.unknown(List.of("anchor", "value", "masked"));
            }
        }
        Attributes.Builder attributes = Attributes.builder(type);
        values.forEach((index, all) -> attributes.set(index, Content.of(all)));
        return new ImportedChange.Whole(needed(anchor), attributes.build());
    }

    private Anchor needed(Anchor anchor) {
        if (anchor == null) {
            throw xml.refused("This object has no <anchor>.");
        }
        return anchor;
    }

    private Anchor anchor() {
        String text = xml.plainText();
        if (text.isEmpty()) {
            throw xml.refused("An anchor cannot be empty.");
        }
        return new Anchor(text);
    }

    private ConnectorException masked() {
        return xml.refused("The values of '" + xml.attribute("name") + "' are not in the file, because they are"
                + " sensitive; resumed, the file would take them away. Import from the system itself.");
    }

    /** The attribute that the element is about. */
    private int attribute(ObjectType type) {
        xml.allow(VALUE);
        String name = xml.required("name");
        if (!type.has(name)) {
            throw xml.refused("Object type '" + type.name() + "' has no attribute '" + name + "'.");
        }
        return type.index(name);
    }

    private void add(List<Value> values, AttributeDefinition attribute) {
        if (!attribute.multiValued() && !values.isEmpty()) {
            throw xml.refused("'" + attribute.name() + "' has one value at most.");
        }
        values.add(value(attribute));
    }

    private Value value(AttributeDefinition attribute) {
        String by = xml.attribute("by");
        if (by != null && !by.equals("dn")) {
            throw xml.refused("by=\"" + by + "\" means nothing; there is by=\"dn\".");
        }
        String text = xml.text();
        Value value = AuditText.value(attribute.type(), text, by != null);
        if (value == null) {
            throw xml.refused((attribute.sensitive() ? "The value" : "'" + text + "'") + " of '" + attribute.name()
                    + "' is no " + attribute.type().name().toLowerCase(Locale.ROOT) + ".");
        }
        return value;
    }

    private ImportedChange.Patch patch() {
        xml.allow(TYPE);
        ObjectType type = type(xml.required("type"));
        Anchor anchor = null;
        Map<Integer, List<Value>> added = new LinkedHashMap<>();
        Map<Integer, List<Value>> removed = new LinkedHashMap<>();
        Set<Integer> changed = new LinkedHashSet<>();
        for (Optional<String> name = xml.child(); name.isPresent(); name = xml.child()) {
            switch (name.get()) {
                case "anchor" -> anchor = anchor();
                case "added", "removed" -> {
                    int attribute = attribute(type);
                    changed.add(attribute);
                    add((name.get().equals("added") ? added : removed)
                            .computeIfAbsent(attribute, unused -> new ArrayList<>()), type.attribute(attribute));
                }
                case "masked" -> throw masked();
                default -> throw xml.unknown(List.of("anchor", "added", "removed", "masked"));
            }
        }
        List<Delta.AttributeChange> changes = changed.stream()
                .map(index -> new Delta.AttributeChange(
                        index, added.getOrDefault(index, List.of()), removed.getOrDefault(index, List.of())))
                .toList();
        return new ImportedChange.Patch(type.name(), needed(anchor), changes);
    }

    private ImportedChange.Deleted deleted() {
        xml.allow(TYPE);
        ObjectType type = type(xml.required("type"));
        Anchor anchor = null;
        for (Optional<String> name = xml.child(); name.isPresent(); name = xml.child()) {
            if (!name.get().equals("anchor")) {
                throw xml.unknown(List.of("anchor"));
            }
            anchor = anchor();
        }
        return new ImportedChange.Deleted(type.name(), needed(anchor));
    }

    private DiscoveryError unreadable() {
        xml.allow(List.of("code", "type"));
        String written = xml.required("code");
        DiscoveryError.Code code = Arrays.stream(DiscoveryError.Code.values())
                .filter(each -> each.name().equals(written.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> xml.refused("There is no error '" + written + "'."));
        String type = xml.attribute("type");
        Anchor anchor = null;
        String place = "";
        String message = "";
        for (Optional<String> name = xml.child(); name.isPresent(); name = xml.child()) {
            switch (name.get()) {
                case "anchor" -> anchor = anchor();
                case "place" -> place = xml.plainText();
                case "message" -> message = xml.plainText();
                default -> throw xml.unknown(List.of("anchor", "place", "message"));
            }
        }
        return new DiscoveryError(code, type, anchor, place, message);
    }

    @Override
    public void close() {
        xml.close();
    }
}
