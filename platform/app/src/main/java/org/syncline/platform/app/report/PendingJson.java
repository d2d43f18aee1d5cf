package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.List;
import org.syncline.platform.engine.operations.Reviewing.Approved;
import org.syncline.platform.engine.operations.ShownExport;
import org.syncline.platform.engine.port.GuardHistory.Approval;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pending exports, the sets they make up and what became of those, for programs: one JSON object a line. */
public final class PendingJson implements PendingPrinter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PrintWriter out;
    private final String connector;

    public PendingJson(PrintWriter out, String connector) {
        this.out = out;
        this.connector = connector;
    }

    @Override
    public void print(ShownExport export) {
        ObjectNode line = JSON.objectNode()
                .put("connector", connector)
                .put("change", export.kind())
                .put("objectType", export.objectType())
                .put("object", export.title())
                .put("dn", export.dn())
                .put("newDn", export.newDn())
                .put("state", export.state());
        ArrayNode changes = line.putArray("changes");
        export.changes().forEach(change -> {
            ObjectNode node = changes.addObject().put("attribute", change.attribute());
            node.set("added", texts(change.added()));
            node.set("removed", texts(change.removed()));
        });
        out.println(line);
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode texts = JSON.arrayNode();
        values.forEach(texts::add);
        return texts;
    }

    /** The last line of a list: what it amounts to, and its name. */
    public static String of(ShownExport.Set set) {
        return JSON.objectNode()
                .put("connector", set.connector())
                .put("adds", set.adds())
                .put("updates", set.updates())
                .put("deletes", set.deletes())
                .put("digest", set.size() == 0 ? null : set.digest())
                .toString();
    }

    public static String of(String connector, String digest, Approved approved) {
        ObjectNode line = JSON.objectNode()
                .put("connector", connector)
                .put("digest", digest)
                .put("released", approved.same())
                .put("noLongerPending", approved.over());
        line.set("changedSince", texts(approved.changed()));
        return line.toString();
    }

    public static String of(Approval approval) {
        return JSON.objectNode()
                .put("connector", approval.connector())
                .put("digest", approval.digest())
                .put("approved", approval.when().toString())
                .put("by", approval.who())
                .put("used", approval.isOpen() ? null : approval.used().toString())
                .put("outcome", approval.outcome())
                .toString();
    }
}
