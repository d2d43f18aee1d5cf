package org.syncline.platform.app.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.connection.EnvironmentSecrets;

/**
 * The connected systems of a folder, whatever its rules say.
 *
 * @param ruleset of which only the connectors count
 * @param connectors none open yet
 */
public record ConnectedSystems(Ruleset ruleset, Connectors connectors) {

    /**
     * Reads the files of the connectors.
     *
     * @throws RefusedConfiguration with all of their problems
     */
    public static ConnectedSystems read(Path folder, Map<String, String> environment, Clock clock) {
        return switch (new RulesetReader(environment).readConnectors(folder)) {
            case ReadResult.Ready ready -> new ConnectedSystems(ready.ruleset(),
                    new Connectors(folder, new EnvironmentSecrets(environment), clock));
            case ReadResult.Refused(var problems) -> throw new RefusedConfiguration(problems);
        };
    }
}
