package org.syncline.platform.app.report;

import java.util.List;
import org.syncline.platform.engine.operations.RuleVersions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What commands about the versions of the rules answer with {@code --json}: one object a line. */
public final class RulesJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RulesJson() {}

    public static String of(RuleVersions.Listed listed) {
        ObjectNode line = JSON.objectNode()
                .put("version", listed.version().version())
                .put("hash", listed.version().contentHash())
                .put("saved", listed.version().saved().toString())
                .put("taken", listed.version().isPublished() ? listed.version().published().toString() : null)
                .put("by", listed.version().by())
                .put("inFolder", listed.inFolder());
        line.set("files", Json.texts(listed.files()));
        return line.toString();
    }

    public static String of(RuleVersions.ChangedFile file) {
        return JSON.objectNode()
                .put("file", file.name())
                .put("before", file.before())
                .put("after", file.after())
                .toString();
    }

    public static String ofApproval(long version) {
        return JSON.objectNode().put("version", version).put("published", true).toString();
    }

    /** The files that went back to what they were in a version. */
    public static String ofRollback(long version, List<String> files) {
        ObjectNode line = JSON.objectNode().put("version", version);
        line.set("files", Json.texts(files));
        return line.toString();
    }
}
