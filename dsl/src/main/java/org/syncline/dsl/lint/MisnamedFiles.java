package org.syncline.dsl.lint;

import java.util.List;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;

/** Finds connectors whose files people will not find by their names. */
final class MisnamedFiles {
    private MisnamedFiles() {}

    static List<Lint> in(Ruleset ruleset) {
        return ruleset.connectors().values().stream()
                .filter(connector -> !isExpected(connector))
                .map(connector -> new Lint(
                        LintCode.FILE_OF_ANOTHER_NAME, connector.location(),
                        "The connector in this file is called '" + connector.name()
                                + "': rules and commands know it by that name only",
                        "rename the file to " + connector.name() + ".xml, or correct name=\"...\""))
                .toList();
    }

    private static boolean isExpected(ConnectorDefinition connector) {
        String file = connector.location().file();
        return file.substring(file.lastIndexOf('/') + 1).equalsIgnoreCase(connector.name() + ".xml");
    }
}
