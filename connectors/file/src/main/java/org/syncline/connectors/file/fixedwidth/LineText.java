package org.syncline.connectors.file.fixedwidth;

import java.util.List;
import java.util.Map;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileRecord;
import org.syncline.connectors.file.LineEnd;
import org.syncline.connectors.file.MalformedRecord;
import org.syncline.connectors.file.RecordText;

/** Single lines of one file as records, and back. */
final class LineText implements RecordText {
    private final Layout layout;
    private final String lineEnd;
    private final Line line;

    LineText(Layout layout, Columns columns, String lineEnd) {
        this.layout = layout;
        this.lineEnd = lineEnd;
        this.line = new Line(layout, columns);
    }

    @Override
    public FileRecord read(String text) throws MalformedRecord {
        line.read(text);
        return line;
    }

    @Override
    public String write(String before, Map<Integer, List<String>> values) {
        String content = before == null ? " ".repeat(layout.width()) : LineEnd.before(before);
        StringBuilder text = new StringBuilder(content);
        values.forEach((column, texts) -> put(text, layout.places().get(column), texts));
        return text + (before == null ? lineEnd : before.substring(content.length()));
    }

    private void put(StringBuilder line, Place place, List<String> values) {
        line.repeat(' ', Math.max(0, place.to() - line.codePointCount(0, line.length())));
        int from = line.offsetByCodePoints(0, place.from());
        int to = line.offsetByCodePoints(from, place.width());
        line.replace(from, to, place.cell(layout.severalValues().join(values)));
    }

    @Override
    public String terminated(String text) {
        return LineEnd.terminated(text, lineEnd);
    }

    @Override
    public String limits(int column) {
        return layout.places().get(column).limits() + layout.severalValues().limits();
    }
}
