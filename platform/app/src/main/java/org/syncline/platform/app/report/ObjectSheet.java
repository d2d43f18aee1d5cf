package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.List;
import org.syncline.platform.engine.operations.Previewing.ShownPreview;
import org.syncline.platform.engine.operations.Previewing.ShownResult;
import org.syncline.platform.engine.operations.ShownObject;
import org.syncline.platform.engine.operations.ShownObject.PendingChange;
import org.syncline.platform.engine.operations.ShownObject.ShownAttribute;

/** An object, or a preview of one, for a person to read. */
public final class ObjectSheet {
    private static final String INDENTATION = "  ";

    private final Screen screen;
    private final PrintWriter out;

    public ObjectSheet(Screen screen) {
        this.screen = screen;
        this.out = screen.out();
    }

    public void print(ShownObject object) {
        out.println(screen.styled("bold", object.space() + " " + object.objectType() + " " + object.title()) + "  ("
                + object.state() + (isLinked(object) ? ", identity #" + object.identity() : "") + ")");
        attributes(object.attributes()).print(out, INDENTATION);
        TextTable links = new TextTable();
        object.links()
                .forEach(link -> links.row("-> " + link.connector(), link.objectType(), link.title(), link.origin()));
        links.print(out, INDENTATION);
        object.pending().forEach(this::print);
        object.references().forEach(reference -> out.println(
                INDENTATION + reference.attribute() + " names " + reference.key() + ": " + reference.reason()));
        object.errors().forEach(error -> out.println(INDENTATION + screen.styled("red", error.code()) + ": "
                + error.message() + (error.rule() == null ? "" : " (rule " + error.rule() + ")")));
        out.println();
    }

    private static boolean isLinked(ShownObject object) {
        return object.identity() != 0 && !object.space().equals("metaverse");
    }

    private static TextTable attributes(List<ShownAttribute> attributes) {
        TextTable table = new TextTable();
        for (ShownAttribute attribute : attributes) {
            for (int index = 0; index < attribute.values().size(); index++) {
                String from = index < attribute.lineage().size() ? "from " + attribute.lineage().get(index) : "";
                table.row(index == 0 ? attribute.name() : "", attribute.values().get(index), from);
            }
        }
        return table;
    }

    private void print(PendingChange change) {
        out.println(INDENTATION + "pending " + change.direction() + ": " + change.kind());
        change.changes().forEach(attribute -> {
            attribute.removed().forEach(value -> out.println(
                    INDENTATION + INDENTATION + screen.styled("red", "- " + attribute.name() + ": " + value)));
            attribute.added().forEach(value -> out.println(
                    INDENTATION + INDENTATION + screen.styled("green", "+ " + attribute.name() + ": " + value)));
        });
    }

    public void print(ShownPreview preview) {
        out.println(screen.styled("bold", "Decisions"));
        TextTable decisions = new TextTable();
        preview.decisions().forEach(line -> decisions.row(line.phase(), line.subject(), line.text()));
        decisions.print(out, INDENTATION);
        preview.results().forEach(this::print);
        String verb = preview.committed() ? "changed" : "would change";
        out.println(screen.styled("bold", preview.changes().isEmpty() ? "Nothing " + verb : "What " + verb));
        preview.changes().forEach(change -> {
            out.println(INDENTATION + change.space() + " " + change.title());
            print(change.change());
        });
        preview.errors().forEach(error -> out.println(INDENTATION + screen.styled("red", error)));
        out.println(preview.committed() ? "Committed." : "Digest: " + preview.digest());
    }

    private void print(ShownResult result) {
        out.println(screen.styled("bold", "Identity " + result.title()));
        TextTable table = new TextTable().row("attribute", "before", "after");
        result.values().forEach(value -> table.row(
                value.attribute(), value.before(),
                value.after().equals(value.before()) ? "(the same)" : value.after()));
        table.print(out, INDENTATION);
    }
}
