package org.syncline.platform.app.command;

import java.util.Collection;
import java.util.List;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.platform.engine.run.Counter;

/** Finds what an option names, or says what could have been named. */
final class Choices {
    private Choices() {}

    static ConnectorDefinition connector(Ruleset ruleset, String name) {
        ConnectorDefinition found = ruleset.connectors().get(name);
        if (found == null) {
            throw unknown("connector", name, ruleset.connectors().keySet());
        }
        return found;
    }

    static RunProfile profile(ConnectorDefinition connector, String name) {
        return connector.runProfile(name)
                .orElseThrow(() -> unknown("run profile", name + "' of connector '" + connector.name(),
                        connector.runProfiles().stream().map(RunProfile::name).toList()));
    }

    static Counter counter(String name) {
        return List.of(Counter.values()).stream()
                .filter(counter -> counter.text().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "counter", name, List.of(Counter.values()).stream().map(Counter::text).toList()));
    }

    private static CommandLineProblem unknown(String kind, String name, Collection<String> known) {
        return new CommandLineProblem("There is no " + kind + " '" + name + "'; there "
                + (known.isEmpty() ? "are none" : known.size() == 1 ? "is " : "are ") + String.join(", ", known));
    }
}
