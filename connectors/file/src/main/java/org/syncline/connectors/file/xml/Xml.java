package org.syncline.connectors.file.xml;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileReading;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.PartReading;
import org.syncline.connectors.file.RecordText;
import org.syncline.connectors.spi.ConnectorException;

/**
 * Elements of a document.
 *
 * @param steps the names that lead to a record, from the root
 */
record Xml(FileSettings file, List<String> steps) implements FileFormat {
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.-]+)[\"']");

    @Override
    public Charset encoding(String beginning, Charset usual) {
        Matcher declared = ENCODING.matcher(beginning);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : usual;
        } catch (IllegalArgumentException unknown) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, file.inLine(1)
                    + "the document declares the encoding '" + declared.group(1) + "', which is not known.");
        }
    }

    @Override
    public FileReading read(Reader text) throws IOException {
        Columns columns = Columns.asTheyCome(file.file());
        return new PartReading(file, columns, new XmlParts(text, file, steps), records(columns, "\n"), "",
                "an XML document");
    }

    @Override
    public Beginning begin() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + file.encoding() + "\"?>");
        StringBuilder end = new StringBuilder("\n");
        for (int depth = 0; depth < steps.size() - 1; depth++) {
            text.append(indentation(depth, "\n")).append('<').append(steps.get(depth)).append('>');
            end.insert(0, indentation(depth, "\n") + "</" + steps.get(depth) + ">");
        }
        return new Beginning(Columns.asTheyCome(file.file()), text.toString(), end.toString());
    }

    private static String indentation(int depth, String lineEnd) {
        return lineEnd + "  ".repeat(depth);
    }

    @Override
    public RecordText records(Columns columns, String lineEnd) {
        return new ElementText(columns, indentation(steps.size() - 1, lineEnd) + "<" + steps.getLast() + "/>");
    }
}
