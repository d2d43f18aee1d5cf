package org.syncline.connectors.file;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Value;

/** Writes objects of one type as rows, and reads each back before it counts: what would come back otherwise is refused. */
final class TargetRows {
    /** A row, or why there is none. */
    record Written(String text, Anchor anchor, ExportResult.Rejected refusal) {
        private static Written refused(ExportResult.Code code, String message, String attribute) {
            return new Written(null, null, new ExportResult.Rejected(code, message, attribute, null));
        }
    }

    private final DelimitedTextSettings settings;
    private final ObjectRows rows;
    private final Columns columns;
    private final Csv csv;
    private final LineDelimiter lineEnd;
    private final CharsetEncoder encoder;
    private final Row scratch;

    TargetRows(DelimitedTextSettings settings, ObjectRows rows, Columns columns, LineDelimiter lineEnd,
            TextEncoding encoding) {
        this.settings = settings;
        this.rows = rows;
        this.columns = columns;
        this.csv = new Csv(settings);
        this.lineEnd = lineEnd;
        this.encoder = encoding.charset().newEncoder();
        this.scratch = new Row(columns, settings);
    }

    ObjectRows rows() {
        return rows;
    }

    /** The row of a new object. */
    Written add(Attributes object) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns.count(), ""));
        for (Cell cell : rows.cells()) {
            Content content = object.get(cell.attribute());
            if (content.isPresent() || cells.get(cell.column()).isEmpty()) {
                cells.set(cell.column(), text(cell, content));
            }
        }
        return written(cells, object, rows.cells());
    }

    /** The row of an object after a change. */
    Written update(String before, List<Delta.AttributeChange> changes) {
        csv.read(scratch, before);
        Attributes after = Delta.update(changes).applyTo(attributes(), rows.type());
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns.count(); column++) {
            cells.add(scratch.raw(column));
        }
        List<Cell> changed =
                rows.cells().stream()
                        .filter(cell -> changes.stream().anyMatch(change -> change.attribute() == cell.attribute()))
                        .toList();
        changed.forEach(cell -> cells.set(cell.column(), text(cell, after.get(cell.attribute()))));
        return written(cells, after, changed);
    }

    private Attributes attributes() {
        Attributes.Builder builder = Attributes.builder(rows.type());
        for (Cell cell : rows.cells()) {
            Content content = cell.read(scratch);
            builder.set(cell.attribute(), content == null ? Absence.NULL : content);
        }
        return builder.build();
    }

    private String text(Cell cell, Content content) {
        boolean nothing = !content.isPresent() && settings.nullText() != null;
        return nothing ? settings.nullText() : cell.write(content);
    }

    private Written written(List<String> cells, Attributes object, List<Cell> check) {
        for (Cell cell : check) {
            if (!encoder.canEncode(cells.get(cell.column()))) {
                String message =
                        "The value cannot be written in " + encoder.charset() + ". Change it, or the file's encoding.";
                return Written.refused(ExportResult.Code.CONSTRAINT_VIOLATION, message, cell.definition().name());
            }
        }
        String text = csv.write(cells, lineEnd);
        csv.read(scratch, text);
        return refusal(object, check).orElseGet(() -> new Written(text, rows.anchor(scratch), null));
    }

    private Optional<Written> refusal(Attributes object, List<Cell> check) {
        Optional<Cell> lost = check.stream().filter(cell -> !comesBack(cell, object.get(cell.attribute()))).findFirst();
        if (lost.isPresent()) {
            return Optional.of(Written.refused(
                    ExportResult.Code.CONSTRAINT_VIOLATION,
                    "The value would be read back as another one: its column holds " + lost.get().format().expected()
                            + ", several values separated by '" + settings.multiValueSeparator()
                            + "' where it is multi-valued.",
                    lost.get().definition().name()));
        }
        if (rows.anchor(scratch) == null) {
            String message = "The row would have no key (" + rows.anchorNames() + "). Let a flow fill it.";
            return Optional.of(Written.refused(ExportResult.Code.CONSTRAINT_VIOLATION, message, null));
        }
        return Optional.empty();
    }

    /** Whether a cell reads back as what was written, as far as the file can tell. */
    private boolean comesBack(Cell cell, Content content) {
        Content back = cell.read(scratch);
        return back != null && texts(back).equals(texts(content));
    }

    private List<String> texts(Content content) {
        Function<Value, String> text = settings.trim() ? value -> value.text().strip() : Value::text;
        return content.asList().stream().map(text).filter(each -> !each.isEmpty()).toList();
    }

    /** Whether the filter of the object type would read this row. */
    boolean reads(String text) {
        csv.read(scratch, text);
        return reads(scratch);
    }

    /** The anchor of the object of this type in a row, or null if there is none. */
    Anchor anchor(Row row) {
        return reads(row) ? rows.anchor(row) : null;
    }

    /** A row on which the filter fails was not read by an import either. */
    private boolean reads(Row row) {
        try {
            return rows.reads(row);
        } catch (RuntimeException failed) {
            return false;
        }
    }
}
