package org.syncline.platform.app.report;

import java.util.Locale;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.Warning;
import org.syncline.platform.app.workspace.ConnectionReport;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Problems and warnings for {@code --json}: one object a line. */
public final class ProblemJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProblemJson() {}

    public static String of(Problem problem) {
        return node(problem).toString();
    }

    /** A problem with a code, by which it is told apart from what keeps a configuration from being used. */
    public static String of(Warning warning) {
        return node(warning.problem()).put("warning", warning.code().text()).toString();
    }

    /** A problem with a severity, by which it is told apart from what stands in the files themselves. */
    public static String of(ConnectionReport.Located finding) {
        return node(finding.problem())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toString();
    }

    static ObjectNode node(Problem problem) {
        return JSON.objectNode()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message())
                .put("suggestion", problem.suggestion());
    }
}
