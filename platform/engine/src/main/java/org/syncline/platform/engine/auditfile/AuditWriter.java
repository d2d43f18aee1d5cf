package org.syncline.platform.engine.auditfile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * Writes an audit file, for its owner alone. Until its end is written it is called {@code NAME.part}, so that half a file never stands
 * in the place of a whole one.
 */
final class AuditWriter implements AutoCloseable {
    static final String NAMESPACE = "urn:syncline:1";

    private final Path file;
    private final Path part;
    private final Types types;
    private final OutputStream stream;
    private final XMLStreamWriter xml;
    private long entries;

    /** The definition of an object type of the connector, as it is declared now. */
    @FunctionalInterface
    interface Types {
        ObjectType of(String objectType);
    }

    /** What may fail on the way to the disk. */
    @FunctionalInterface
    private interface Writing {
        void write() throws XMLStreamException, IOException;
    }

    /** @throws ConnectorException if the file cannot be written */
    AuditWriter(Path file, AuditHead head, Instant now, Types types) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.types = types;
        try {
            this.stream = new BufferedOutputStream(open(part));
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
        } catch (IOException | XMLStreamException failure) {
            throw refused(failure);
        }
        write(() -> begin(head, now));
    }

    private static OutputStream open(Path part) throws IOException {
        Files.createDirectories(part.toAbsolutePath().getParent());
        Files.deleteIfExists(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(part);
    }

    private ConnectorException refused(Exception failure) {
        return new ConnectorException(
                ConnectorException.Code.NO_START_CONNECTION,
                "The audit file '" + file + "' cannot be written: " + failure
                        + ". Look at its folder and the space on the disk.",
                failure);
    }

    private void write(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException | IOException failure) {
            throw refused(failure);
        }
    }

    private void begin(AuditHead head, Instant now) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "audit-file");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("connector", head.connector());
        xml.writeAttribute("step", head.kind().text());
        xml.writeAttribute("written", now.toString());
        if (head.partition() != null) {
            xml.writeAttribute("partition", head.partition());
        }
        if (head.since() != null && AuditText.isPlain(head.since())) {
            xml.writeAttribute("since", head.since());
        }
    }

    /** How many objects, changes and errors were written. */
    long entries() {
        return entries;
    }

    void page(ImportPage page) {
        write(() -> {
            start(1, "page");
            for (ImportedChange change : page.changes()) {
                change(change);
            }
            for (DiscoveryError error : page.errors()) {
                error(error);
            }
            if (page.watermark().isPresent()) {
                text(2, "watermark", page.watermark().get().value());
            }
            end(1);
        });
    }

    private void change(ImportedChange change) throws XMLStreamException {
        switch (change) {
            case ImportedChange.Whole whole -> {
                entry("object", change.objectType(), whole.anchor());
                values(whole.attributes());
            }
            case ImportedChange.Patch patch -> {
                entry("patch", change.objectType(), patch.anchor());
                changes(types.of(patch.objectType()), patch.changes());
            }
            case ImportedChange.Deleted deleted -> entry("deleted", change.objectType(), deleted.anchor());
        }
        end(2);
    }

    private void entry(String name, String objectType, Anchor anchor) throws XMLStreamException {
        entries++;
        start(2, name);
        if (objectType != null) {
            xml.writeAttribute("type", objectType);
        }
        if (anchor != null) {
            text(3, "anchor", anchor.text());
        }
    }

    private void error(DiscoveryError error) throws XMLStreamException {
        entries++;
        start(2, "unreadable");
        xml.writeAttribute("code", error.code().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (error.objectType() != null) {
            xml.writeAttribute("type", error.objectType());
        }
        text(3, "anchor", error.anchor() == null ? null : error.anchor().text());
        text(3, "place", error.place());
        text(3, "message", error.message());
        end(2);
    }

    /** What is pending for these objects. */
    void pending(List<ConnectorSpaceObject> objects) {
        write(() -> {
            start(1, "page");
            for (ConnectorSpaceObject object : objects) {
                pending(object);
            }
            end(1);
        });
    }

    private void pending(ConnectorSpaceObject object) throws XMLStreamException {
        Delta pending = object.hologram().pendingExport();
        switch (pending.kind()) {
            case ADD -> {
                entry("add", object.type().name(), null);
                values(object.hologram().wanted());
            }
            case UPDATE -> {
                entry("update", object.type().name(), object.anchor());
                text(3, "dn", object.dn());
                changes(object.type(), pending.changes());
            }
            case DELETE -> {
                entry("delete", object.type().name(), object.anchor());
                text(3, "dn", object.dn());
            }
            case NONE -> {
                return;
            }
        }
        end(2);
    }

    private void values(Attributes attributes) throws XMLStreamException {
        for (int index = 0; index < attributes.type().size(); index++) {
            AttributeDefinition attribute = attributes.type().attribute(index);
            values("value", attribute, attributes.get(index).asList());
        }
    }

    private void changes(ObjectType type, List<Delta.AttributeChange> changes) throws XMLStreamException {
        for (Delta.AttributeChange change : changes) {
            AttributeDefinition attribute = type.attribute(change.attribute());
            if (isMasked(attribute, change.added()) || isMasked(attribute, change.removed())) {
                masked(attribute);
            } else {
                values("added", attribute, change.added());
                values("removed", attribute, change.removed());
            }
        }
    }

    private static boolean isMasked(AttributeDefinition attribute, List<Value> values) {
        return !values.isEmpty()
                && (attribute.sensitive() || values.stream().anyMatch(GeneratedSecret.class::isInstance));
    }

    private void masked(AttributeDefinition attribute) throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement(NAMESPACE, "masked");
        xml.writeAttribute("name", attribute.name());
    }

    private void values(String element, AttributeDefinition attribute, List<Value> values) throws XMLStreamException {
        if (isMasked(attribute, values)) {
            masked(attribute);
            return;
        }
        for (Value value : values) {
            start(3, element);
            xml.writeAttribute("name", attribute.name());
            if (value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.DN) {
                xml.writeAttribute("by", "dn");
            }
            content(value.text());
        }
    }

    private void text(int depth, String element, String text) throws XMLStreamException {
        if (text != null) {
            start(depth, element);
            content(text);
        }
    }

    /** The content of the element that was begun, and its end. */
    private void content(String text) throws XMLStreamException {
        if (AuditText.isPlain(text)) {
            xml.writeCharacters(text);
        } else {
            xml.writeAttribute("encoding", "base64");
            xml.writeCharacters(AuditText.encoded(text));
        }
        xml.writeEndElement();
    }

    private void start(int depth, String element) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(NAMESPACE, element);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Writes the mark that nothing is missing, and gives the file its name. */
    void finish() {
        write(() -> {
            indent(1);
            xml.writeEmptyElement(NAMESPACE, "end");
            xml.writeAttribute("entries", Long.toString(entries));
            indent(0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            stream.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** What was written until now stays as {@code NAME.part}, unless the end was written. */
    @Override
    public void close() {
        write(stream::close);
    }
}
