package org.syncline.connectors.file.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.syncline.connectors.file.FileContractSystem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads and writes documents as somebody else would. */
final class PlainXml implements FileContractSystem.Table {
    private static final List<String> NAMES =
            FileContractSystem.COLUMNS.stream().map(name -> name.replace(' ', '-')).toList();

    @Override
    public String write(List<List<String>> rows) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<list>\n  <entries>");
        for (List<String> row : rows.subList(1, rows.size())) {
            text.append("\n    <entry>");
            for (int column = 0; column < row.size(); column++) {
                for (String value : row.get(column).split(FileContractSystem.VALUE_SEPARATOR)) {
                    text.append(value.isEmpty() ? "" : element(NAMES.get(column), value));
                }
            }
            text.append("</entry>");
        }
        return text.append("\n  </entries>\n</list>\n").toString();
    }

    private static String element(String name, String value) {
        return "<" + name + ">" + value.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#xD;") + "</" + name
                + ">";
    }

    @Override
    public List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>(List.of(FileContractSystem.COLUMNS));
        NodeList entries = parse(text).getElementsByTagName("entry");
        for (int at = 0; at < entries.getLength(); at++) {
            rows.add(row((Element) entries.item(at)));
        }
        return rows;
    }

    private static Document parse(String text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (Exception malformed) {
            throw new AssertionError(text, malformed);
        }
    }

    private static List<String> row(Element entry) {
        List<String> row = new ArrayList<>(Collections.nCopies(NAMES.size(), ""));
        for (int column = 0; column < NAMES.size(); column++) {
            NodeList elements = entry.getElementsByTagName(NAMES.get(column));
            List<String> values = new ArrayList<>();
            for (int at = 0; at < elements.getLength(); at++) {
                values.add(elements.item(at).getTextContent());
            }
            row.set(column, String.join(FileContractSystem.VALUE_SEPARATOR, values));
        }
        return row;
    }
}
