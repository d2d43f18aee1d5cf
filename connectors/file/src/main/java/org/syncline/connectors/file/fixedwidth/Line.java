package org.syncline.connectors.file.fixedwidth;

import java.util.List;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileRecord;
import org.syncline.connectors.file.LineEnd;
import org.syncline.connectors.file.MalformedRecord;

/** One line of a file, read over and over. */
final class Line implements FileRecord {
    private final Layout layout;
    private final Columns columns;
    private final int width;

    private String text = "";
    private boolean isPlain;

    Line(Layout layout, Columns columns) {
        this.layout = layout;
        this.columns = columns;
        this.width = layout.width();
    }

    /** Takes what stands before the line end. */
    void read(String line) throws MalformedRecord {
        text = LineEnd.before(line);
        int length = text.codePointCount(0, text.length());
        isPlain = length == text.length();
        if (length < width && !layout.acceptsShortLines()) {
            throw new MalformedRecord(0, "the line has " + length + " characters instead of " + width
                    + ". Was it cut short? Where blanks at the end of lines are left out, write short-lines=\"accept\".");
        }
    }

    @Override
    public String text(int column) {
        Place place = layout.places().get(column);
        return place.value(text.substring(index(place.from()), index(place.to())));
    }

    private int index(int character) {
        if (isPlain) {
            return Math.min(character, text.length());
        }
        int count = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.min(character, count));
    }

    @Override
    public List<String> texts(int column) {
        String cell = text(column);
        return cell == null ? List.of() : layout.severalValues().split(cell);
    }

    @Override
    public Columns columns() {
        return columns;
    }
}
