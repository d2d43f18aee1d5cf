package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.OnRefused;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Sends the pending exports of objects and finds out what really happened to each. */
final class Sending {
    private final ConnectorDefinition definition;
    private final Connector connector;
    private final Set<Capability> capabilities;
    private final Operations operations = new Operations();
    private final Sender sender;
    private final Acceptance acceptance;

    Sending(
            ConnectorDefinition definition, Connector connector, Set<Capability> capabilities, Waiting waiting,
            Acceptance acceptance) {
        this.definition = definition;
        this.connector = connector;
        this.capabilities = capabilities;
        this.sender = new Sender(connector, waiting);
        this.acceptance = acceptance;
    }

    /** Why the system could not be reached in the end, so that nothing more is sent; null if it could. */
    ExportResult.Rejected unreachable() {
        return sender.unreachable();
    }

    /** Sends the pending exports of objects; the outcomes are in their order. */
    List<Outcome> send(List<ConnectorSpaceObject> objects) {
        List<ExportOperation> sent = objects.stream().map(operations::operation).toList();
        List<ExportResult> results = sender.send(sent);
        List<Outcome> outcomes = new ArrayList<>(results.size());
        for (int at = 0; at < results.size(); at++) {
            ConnectorSpaceObject object = objects.get(at);
            outcomes.add(outcome(object, sent.get(at), acceptance.tolerate(object, results.get(at))));
        }
        return outcomes;
    }

    private Outcome outcome(ConnectorSpaceObject sent, ExportOperation operation, ExportResult result) {
        return switch (result) {
            case ExportResult.Accepted accepted ->
                    new Outcome.Accepted(named(sent, accepted), sent.hologram().pendingExport(), List.of());
            case ExportResult.Rejected rejected -> splits(sent) && Splitting.makesSense(operation, rejected)
                    ? Splitting.split(connector, sent, (ExportOperation.Update) operation, rejected)
                    : new Outcome.Refused(rejected, sent.hologram().pendingExport(), List.of());
        };
    }

    private boolean splits(ConnectorSpaceObject sent) {
        return definition.objectType(sent.type().name())
                .map(ConnectedObjectType::onRefused)
                .filter(OnRefused.SPLIT::equals)
                .isPresent();
    }

    /** Asks for the anchor of a new object, if the system did not tell it. */
    private ExportResult.Accepted named(ConnectorSpaceObject sent, ExportResult.Accepted accepted) {
        boolean asks = sent.anchor() == null
                && accepted.anchor() == null
                && accepted.dn() != null
                && capabilities.contains(Capability.READ_ONE);
        return asks
                ? connector
                        .readOne(sent.type().name(), null, accepted.dn())
                        .map(read -> new ExportResult.Accepted(read.anchor(), accepted.dn()))
                        .orElse(accepted)
                : accepted;
    }
}
