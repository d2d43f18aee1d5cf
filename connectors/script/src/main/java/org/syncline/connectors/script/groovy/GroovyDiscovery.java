package org.syncline.connectors.script.groovy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.syncline.connectors.script.discovery.OfferedForm;
import org.syncline.connectors.script.discovery.ScriptDiscovery;
import org.syncline.connectors.script.form.Fields;
import org.syncline.connectors.script.form.Nonsense;
import org.syncline.connectors.script.groovy.ConnectorScript.Part;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.OfferedType;

/** What a script says that its system offers. */
final class GroovyDiscovery extends ScriptDiscovery {
    private final LoadedScript script;

    private GroovyDiscovery(LoadedScript script, List<OfferedType> types,
            Function<List<ObjectTypeSettings>, Connector> opening) {
        super(types, opening);
        this.script = script;
    }

    /** @throws ConnectorException code {@code NOT_SUPPORTED} if the script does not say what the system offers */
    static GroovyDiscovery of(LoadedScript script, Function<List<ObjectTypeSettings>, Connector> opening) {
        if (!script.has(Part.SCHEMA)) {
            throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED, "Connector '"
                    + script.settings().connector() + "': " + script.settings().file()
                    + " does not say what its system offers. Write schema { ... }");
        }
        try {
            return new GroovyDiscovery(script, types(script.call(Part.SCHEMA)), opening);
        } catch (LoadedScript.Failure failed) {
            throw ScriptFailures.failed(script.settings(), failed.getCause());
        } catch (Nonsense nonsense) {
            throw ScriptFailures.failed(script.settings(), nonsense);
        }
    }

    private static List<OfferedType> types(Object said) {
        return new Fields(Collections.singletonMap("schema", said)).objects("schema").stream()
                .map(OfferedForm::read).toList();
    }

    @Override
    public List<ConnectionFinding> rights(List<IntendedExport> exports) {
        List<ConnectionFinding> findings = new ArrayList<>();
        for (IntendedExport export : exports) {
            List<Part> needed = new ArrayList<>(List.of(Part.UPDATE));
            if (export.adds()) {
                needed.add(Part.ADD);
            }
            if (export.deletes()) {
                needed.add(Part.DELETE);
            }
            needed.stream().filter(part -> !script.has(part) && !script.has(Part.EXPORT)).forEach(part -> {
                String name = part.name().toLowerCase(Locale.ROOT);
                findings.add(ConnectionFinding.error(Where.type(export.objectType()),
                        script.settings().file() + " does not say how to " + name + " objects",
                        "write " + name + " { operation -> ... }"));
            });
            findings.add(writingNotTested(export));
        }
        return findings;
    }
}
