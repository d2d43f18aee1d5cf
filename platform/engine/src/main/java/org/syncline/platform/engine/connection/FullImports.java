package org.syncline.platform.engine.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.port.Watermarks;
import org.syncline.schema.identity.Partition;

/** Tells where everything has to be read again, since something else is selected than when it last was. */
public record FullImports(Connectors connectors, Watermarks watermarks) {

    /**
     * A connector that has to be read again completely.
     *
     * @param reason what is selected otherwise
     */
    public record Needed(String connector, String reason) {}

    /** Those under some rules, in their order. */
    public List<Needed> under(Ruleset rules) {
        List<Needed> needed = new ArrayList<>();
        rules.connectors().values().forEach(connector -> of(connector)
                .ifPresent(reason -> needed.add(new Needed(connector.name(), reason))));
        return needed;
    }

    private Optional<String> of(ConnectorDefinition connector) {
        Optional<String> reason = of(connector, null);
        for (Partition partition : connector.partitions().all()) {
            reason = reason.or(() -> of(connector, partition.name()));
        }
        return reason;
    }

    /**
     * Why a connector, or a partition of it, has to be read again; empty if it has not.
     *
     * @param partition null for all of the connector
     */
    public Optional<String> of(ConnectorDefinition connector, String partition) {
        Selection selection = connectors.selection(connector).within(partition);
        return selection.changeSince(watermarks.selection(connector.name(), partition));
    }
}
