package org.syncline.platform.engine.auditfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.syncline.connectors.spi.ConnectorException;

/** The elements of an audit file one after the other; what does not belong there is refused with file, line and column. */
final class AuditXml implements AutoCloseable {
    private static final String ENCODING = "encoding";

    private final Path file;
    private final InputStream stream;
    private final XMLStreamReader xml;

    /** @throws ConnectorException if the file cannot be opened */
    AuditXml(Path file) {
        this.file = file;
        try {
            this.stream = new BufferedInputStream(Files.newInputStream(file));
            this.xml = factory().createXMLStreamReader(stream);
        } catch (NoSuchFileException missing) {
            throw problem(
                    "The audit file '" + file + "' does not exist. Drop it with a step that has drop-file, or write"
                            + " resume-file otherwise.",
                    missing);
        } catch (IOException | XMLStreamException failure) {
            throw problem("The audit file '" + file + "' cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static ConnectorException problem(String message, Exception cause) {
        return new ConnectorException(ConnectorException.Code.NO_START_CONNECTION, message, cause);
    }

    /** Refuses the file because of what stands here. */
    ConnectorException refused(String message) {
        return problem(place() + message, null);
    }

    private String place() {
        return place(xml.getLocation());
    }

    private String place(Location location) {
        return file + ":" + location.getLineNumber() + ":" + location.getColumnNumber() + ": ";
    }

    /** Goes to the next child of the element; its name, or nothing at the element's end. */
    Optional<String> child() {
        while (true) {
            int event = next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return Optional.of(name());
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return Optional.empty();
                }
                case XMLStreamConstants.CHARACTERS -> refuseText();
                case XMLStreamConstants.DTD -> throw refused("An audit file has no document type; remove it.");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private int next() {
        try {
            return xml.next();
        } catch (XMLStreamException malformed) {
            throw broken(malformed);
        }
    }

    private ConnectorException broken(XMLStreamException malformed) {
        Location location = malformed.getLocation() == null ? xml.getLocation() : malformed.getLocation();
        String words = malformed.getMessage().replaceFirst("(?s)^ParseError at .*?Message: ", "");
        return problem(place(location) + "The file is not readable XML: " + words, malformed);
    }

    private String name() {
        if (!AuditWriter.NAMESPACE.equals(xml.getNamespaceURI())) {
            throw refused("<" + xml.getLocalName() + "> is not in the namespace " + AuditWriter.NAMESPACE + ".");
        }
        return xml.getLocalName();
    }

    private void refuseText() {
        if (!xml.getText().isBlank()) {
            throw refused("The text '" + xml.getText().strip() + "' means nothing here.");
        }
    }

    /** Refuses the element the reader stands on, or what it has; says what may stand there. */
    ConnectorException unknown(List<String> known) {
        return refused("There is no <" + xml.getLocalName() + "> here; there may be <"
                + String.join(">, <", known) + ">.");
    }

    /** An attribute of the element, null if it is not written. */
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    String required(String name) {
        String value = attribute(name);
        if (value == null) {
            throw refused("<" + xml.getLocalName() + "> needs the attribute " + name + ".");
        }
        return value;
    }

    /** Refuses other attributes than these. */
    void allow(List<String> known) {
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            boolean ours = xml.getAttributeNamespace(index) == null || xml.getAttributeNamespace(index).isEmpty();
            if (ours && !known.contains(xml.getAttributeLocalName(index))) {
                throw refused("<" + xml.getLocalName() + "> has no attribute " + xml.getAttributeLocalName(index)
                        + (known.isEmpty() ? "." : "; there are " + String.join(", ", known) + "."));
            }
        }
    }

    /** The text of the element, to its end. */
    String text() {
        String encoding = attribute(ENCODING);
        if (encoding != null && !encoding.equals("base64")) {
            throw refused("The encoding '" + encoding + "' is unknown; there is base64.");
        }
        try {
            String text = xml.getElementText();
            return encoding == null ? text : AuditText.decoded(text);
        } catch (XMLStreamException malformed) {
            throw broken(malformed);
        } catch (IllegalArgumentException malformed) {
            throw refused("This is no Base64: " + malformed.getMessage());
        }
    }

    /** The text of an element that has no attributes of its own. */
    String plainText() {
        allow(List.of(ENCODING));
        return text();
    }

    /** Goes to the end of an element that has no content. */
    void empty() {
        if (child().isPresent()) {
            throw refused("<" + xml.getLocalName() + "> does not belong here.");
        }
    }

    @Override
    public void close() {
        try (stream) {
            xml.close();
        } catch (IOException | XMLStreamException failure) {
            throw problem("The audit file '" + file + "' cannot be closed", failure);
        }
    }
}
