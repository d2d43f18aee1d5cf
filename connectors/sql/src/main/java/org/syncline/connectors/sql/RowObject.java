package org.syncline.connectors.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** An object while its rows are read. */
final class RowObject {
    private final SourceTable table;
    private final Anchor anchor;
    private final Attributes.Builder attributes;
    private final List<String> complaints = new ArrayList<>();

    RowObject(SourceTable table, Anchor anchor) {
        this.table = table;
        this.anchor = anchor;
        this.attributes = Attributes.builder(table.type());
    }

    Anchor anchor() {
        return anchor;
    }

    /** What is wrong with it; empty if it makes sense. */
    List<String> complaints() {
        return complaints;
    }

    Attributes attributes() {
        return attributes.build();
    }

    /** Takes what stands in the current row. */
    void read(ResultSet rows) throws SQLException {
        List<Cell> cells = table.cells().columns();
        for (int at = 0; at < cells.size(); at++) {
            Cell cell = cells.get(at);
            try {
                Value value = cell.format().read(rows, table.position(at));
                if (value != null) {
                    take(cell, value);
                }
            } catch (Misfit misfit) {
                String shown = cell.format().column().text(rows, table.position(at));
                complaints.add(cell.complaint(shown, misfit));
            }
        }
    }

    private void take(Cell cell, Value value) {
        if (cell.definition().multiValued()) {
            add(cell, List.of(value));
        } else if (!attributes.get(cell.attribute()).isPresent()) {
            attributes.set(cell.attribute(), value);
        }
    }

    /** Takes more values of an attribute. */
    void add(Cell cell, List<Value> values) {
        Content before = attributes.get(cell.attribute());
        if (before.isPresent()) {
            List<Value> all = new ArrayList<>(before.asList());
            all.addAll(values);
            attributes.set(cell.attribute(), Content.of(all));
        } else {
            attributes.set(cell.attribute(), Content.of(values));
        }
    }

    /** Notes what is wrong with a value that stands in a side table. */
    void complain(Cell cell, Misfit misfit) {
        complaints.add(cell.complaint(null, misfit));
    }
}
