package org.syncline.connectors.file;

import java.util.List;
import org.syncline.connectors.spi.AnchorsSeen;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/** Makes objects of one type of rows: one of each, or one of all that share an anchor. */
final class RowReading {
    private final ObjectRows rows;
    private final RowErrors errors;
    private final AnchorsSeen seen = new AnchorsSeen();
    private final CollectedObjects collected;

    RowReading(ObjectRows rows, RowErrors errors) {
        this.rows = rows;
        this.errors = errors;
        this.collected = new CollectedObjects(rows);
    }

    ObjectRows rows() {
        return rows;
    }

    /** The object in a row; null if the row is not read, is wrong, or is collected until the end. */
    ImportedChange read(Row row, long line) {
        if (!errors.reads(rows, row, line)) {
            return null;
        }
        Anchor anchor = rows.anchor(row);
        if (rows.collects()) {
            collect(anchor, row, line);
            return null;
        }
        return anchor == null ? missing(line) : first(anchor, row, line);
    }

    private ImportedChange missing(long line) {
        errors.missingAnchor(rows, line);
        return null;
    }

    private ImportedChange first(Anchor anchor, Row row, long line) {
        long earlier = seen.seen(anchor, line);
        if (earlier > 0) {
            errors.duplicateAnchor(rows, anchor, earlier, line);
            return null;
        }
        Attributes attributes = attributes(anchor, row, line);
        return attributes == null ? null : new ImportedChange.Whole(anchor, attributes);
    }

    private Attributes attributes(Anchor anchor, Row row, long line) {
        Attributes.Builder builder = Attributes.builder(rows.type());
        boolean complete = true;
        for (Cell cell : rows.cells()) {
            Content content = cell.read(row);
            complete &= content != null;
            if (complete) {
                builder.set(cell.attribute(), content);
            }
        }
        if (!complete) {
            errors.invalidValues(rows, anchor, row, line);
            return null;
        }
        return builder.build();
    }

    private void collect(Anchor anchor, Row row, long line) {
        if (anchor != null && !collected.add(anchor, row)) {
            errors.invalidValues(rows, anchor, row, line);
        }
    }

    /** The objects that many rows make up together; asked for when all rows have been read. */
    List<ImportedChange> collected() {
        return collected.objects();
    }
}
