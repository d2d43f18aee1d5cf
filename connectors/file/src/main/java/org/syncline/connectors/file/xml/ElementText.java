package org.syncline.connectors.file.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileRecord;
import org.syncline.connectors.file.MalformedRecord;
import org.syncline.connectors.file.MarkingReader;
import org.syncline.connectors.file.NamedValues;
import org.syncline.connectors.file.RecordText;

/** Single elements of one document as records, and back. A column is a path from the element. */
final class ElementText implements RecordText {
    /** The element itself. */
    static final String ITSELF = ".";
    static final String ATTRIBUTE = "@";

    private static final char UNKNOWN = '\uFFFD';

    private final XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
    private final Columns columns;
    private final String empty;
    private final NamedValues record;

    /** @param empty a record without anything in it, with the blanks before it */
    ElementText(Columns columns, String empty) {
        this.columns = columns;
        this.empty = empty;
        this.record = new NamedValues(columns);
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    @Override
    public FileRecord read(String text) throws MalformedRecord {
        record.clear();
        boolean isMarked = MarkingReader.hasMark(text);
        String element = text.stripLeading();
        try {
            read(parsers.createXMLStreamReader(
                    new StringReader(isMarked ? MarkingReader.withoutMarks(element, UNKNOWN) : element)));
        } catch (XMLStreamException malformed) {
            throw new MalformedRecord(malformed.getLocation().getLineNumber() - 1, complaint(malformed));
        }
        return record;
    }

    private static String complaint(XMLStreamException malformed) {
        String message = malformed.getMessage();
        int at = message.indexOf("Message: ");
        return "the element is no XML: " + (at < 0 ? message : message.substring(at + "Message: ".length()))
                + " Correct it.";
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        Deque<StringBuilder> texts = new ArrayDeque<>();
        Deque<String> paths = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    paths.push(paths.isEmpty() ? "" : below(paths.peek(), reader.getLocalName()));
                    texts.push(new StringBuilder());
                    readAttributes(reader, paths.peek());
                }
                case XMLStreamConstants.CHARACTERS -> texts.peek().append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String path = paths.pop();
                    add(path.isEmpty() ? ITSELF : path, texts.pop().toString());
                }
                default -> {}
            }
        }
    }

    private void readAttributes(XMLStreamReader reader, String path) {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            add(below(path, ATTRIBUTE + reader.getAttributeLocalName(index)), reader.getAttributeValue(index));
        }
    }

    private static String below(String path, String step) {
        return path.isEmpty() ? step : path + "/" + step;
    }

    private void add(String path, String value) {
        if (!value.isBlank()) {
            record.add(path, value);
        }
    }

    @Override
    public String write(String before, Map<Integer, List<String>> values) {
        String text = before == null ? empty : before;
        for (Map.Entry<Integer, List<String>> each : values.entrySet()) {
            text = new ElementEdit(text).set(columns.name(each.getKey()), each.getValue());
        }
        return text;
    }

    @Override
    public String terminated(String text) {
        return text;
    }

    @Override
    public String limits(int column) {
        return ", not of blanks alone and of characters that XML knows; an attribute, and the text of the record itself,"
                + " have one value, and an element that has others within has none";
    }
}
