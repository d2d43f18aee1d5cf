package org.syncline.platform.app.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.xml.ConnectorFile;
import org.syncline.dsl.xml.Problem;
import org.syncline.platform.engine.discovery.ConnectionCheck;

/** Checks connected systems and says where in the files of their connectors stands what was found. */
public final class ConnectionReport {
    private final ConnectionCheck check;
    private final Map<String, byte[]> content;

    /** @param content of the files, by name */
    public ConnectionReport(ConnectionCheck check, Map<String, byte[]> content) {
        this.check = check;
        this.content = new TreeMap<>(content);
    }

    /** @param problem where, and what */
    public record Located(ConnectionFinding.Severity severity, Problem problem) {}

    /** What is found of one system, in the order of its file. */
    public List<Located> of(ConnectorDefinition connector) {
        String name = connector.location().file();
        ConnectorFile file = new ConnectorFile(name, content.get(name));
        return check.check(connector).stream()
                .map(finding -> located(finding, connector, place(finding.where(), file)
                        .orElse(connector.location())))
                .sorted((one, other) -> one.problem().compareTo(other.problem()))
                .toList();
    }

    private static Located located(ConnectionFinding finding, ConnectorDefinition connector, RuleLocation place) {
        return new Located(finding.severity(), new Problem(place.file(), place.line(), place.column(),
                "Connector '" + connector.name() + "': " + finding.what(), finding.advice()));
    }

    private static Optional<RuleLocation> place(Where where, ConnectorFile file) {
        if (where.setting() != null) {
            return file.setting(where.setting());
        }
        if (where.objectType() == null) {
            return Optional.empty();
        }
        Optional<RuleLocation> attribute = Optional.ofNullable(where.attribute())
                .flatMap(column -> file.attribute(where.objectType(), column));
        return attribute.or(() -> file.objectType(where.objectType()));
    }
}
