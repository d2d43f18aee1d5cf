package org.syncline.platform.app.report;

import java.io.Writer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements so that they are HTML and XML at once; whatever values hold, it is text and nothing else. */
final class Markup {
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter writer;

    Markup(Writer out) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What an element holds. */
    interface Body {
        void write();
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }

    private Markup write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (XMLStreamException failure) {
            throw new IllegalStateException("The page cannot be written", failure);
        }
    }

    Markup doctype() {
        return write(() -> writer.writeDTD("<!DOCTYPE html>\n"));
    }

    /** @param attributes names and values in turn */
    Markup element(String name, Body body, String... attributes) {
        return write(() -> {
            writer.writeStartElement(name);
            attributes(attributes);
            body.write();
            writer.writeEndElement();
        });
    }

    Markup element(String name, String text, String... attributes) {
        return element(name, () -> text(text), attributes);
    }

    /** One that never holds anything. */
    Markup empty(String name, String... attributes) {
        return write(() -> {
            writer.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int index = 0; index < attributes.length; index += 2) {
            writer.writeAttribute(attributes[index], possible(attributes[index + 1]));
        }
    }

    Markup text(String text) {
        return write(() -> writer.writeCharacters(possible(text)));
    }

    private static String possible(String text) {
        return IMPOSSIBLE.matcher(text).replaceAll("\uFFFD");
    }

    void end() {
        write(writer::close);
    }
}
