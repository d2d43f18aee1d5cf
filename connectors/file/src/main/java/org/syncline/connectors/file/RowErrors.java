package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.schema.identity.Anchor;

/** What is wrong with the rows of a file, in words an administrator can act on. */
final class RowErrors {
    private final DelimitedTextSettings settings;
    private List<DiscoveryError> errors = new ArrayList<>();

    RowErrors(DelimitedTextSettings settings) {
        this.settings = settings;
    }

    int count() {
        return errors.size();
    }

    /** The errors found since they were last asked for. */
    List<DiscoveryError> take() {
        List<DiscoveryError> taken = errors;
        errors = new ArrayList<>();
        return taken;
    }

    void add(DiscoveryError error) {
        errors.add(error);
    }

    /** Whether the filter reads the row; a filter that fails is an error of the row. */
    boolean reads(ObjectRows rows, Row row, long line) {
        try {
            return rows.reads(row);
        } catch (RuntimeException failed) {
            String message = "the filter of object type '" + rows.type().name() + "' fails: " + failed.getMessage();
            add(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, rows, rows.anchor(row), line, message);
            return false;
        }
    }

    void missingAnchor(ObjectRows rows, long line) {
        String message = "the key (" + rows.anchorNames()
                + ") is empty. Give the row its key, or leave it out by a <read> filter.";
        add(DiscoveryError.Code.MISSING_ANCHOR, rows, null, line, message);
    }

    void duplicateAnchor(ObjectRows rows, Anchor anchor, long earlier, long line) {
        String key = rows.anchorIsSensitive() ? "" : " '" + anchor + "'";
        String message = "the key (" + rows.anchorNames() + ")" + key + " stands already in line " + earlier
                + ", which was read; this row was not. Remove one of them, or write rows=\"collect\" if both are one object.";
        add(DiscoveryError.Code.DUPLICATE_ANCHOR, rows, anchor, line, message);
    }

    /** Every cell of the row that makes no sense. */
    void invalidValues(ObjectRows rows, Anchor anchor, Row row, long line) {
        List<String> complaints = new ArrayList<>();
        for (Cell cell : rows.cells()) {
            if (cell.read(row) == null) {
                complaints.add(cell.complaint(row));
            }
        }
        String message = String.join("; ", complaints) + ". Correct it; the object stays as it was.";
        add(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, rows, anchor, line, message);
    }

    void columnCount(int count, int expected, long line) {
        String message = "the row has " + count + (count == 1 ? " column" : " columns") + " instead of " + expected
                + ". Is a separator missing, or a value with a separator not quoted?";
        add(DiscoveryError.Code.MALFORMED_ROW, null, null, line, message);
    }

    void undecodable(List<RowReading> types, Row row, String encoding, long line) {
        String message = "the row has bytes that are no " + encoding + ". Correct them, or the setting 'encoding'.";
        for (RowReading type : types) {
            Anchor anchor = type.rows().anchor(row);
            if (anchor != null && !MarkingReader.hasMark(anchor.text())) {
                add(DiscoveryError.Code.UNDECODABLE, type.rows(), anchor, line, message);
                return;
            }
        }
        add(DiscoveryError.Code.UNDECODABLE, null, null, line, message);
    }

    private void add(DiscoveryError.Code code, ObjectRows rows, Anchor anchor, long line, String message) {
        String type = rows == null ? null : rows.type().name();
        add(new DiscoveryError(code, type, anchor, settings.place(line),
                settings.file() + ", line " + line + ": " + message));
    }
}
