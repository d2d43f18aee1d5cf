package org.syncline.platform.engine.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Partitions;

/** A connector that writes nothing where nothing is read: what it wrote would never be seen again. */
record SelectedConnector(Connector connector, Partitions partitions) implements Connector {
    /** The place of the attribute {@code dn} in every connector-space type. */
    private static final int DN = 0;

    @Override
    public ImportPages read(ImportRequest request) {
        return connector.read(request);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        return connector.readOne(objectType, anchor, dn);
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        List<ExportOperation> sent = operations.stream().filter(operation -> refusal(operation) == null).toList();
        List<ExportResult> answers = sent.isEmpty() ? List.of() : connector.export(sent);
        List<ExportResult> results = new ArrayList<>(operations.size());
        int next = 0;
        for (ExportOperation operation : operations) {
            ExportResult refusal = refusal(operation);
            results.add(refusal == null ? answers.get(next++) : refusal);
        }
        return results;
    }

    /** Null for none. */
    private ExportResult refusal(ExportOperation operation) {
        String dn = switch (operation) {
            case ExportOperation.Add add -> add.dn();
            case ExportOperation.Update update -> update.changes().stream()
                    .filter(change -> change.attribute() == DN && !change.added().isEmpty())
                    .map(SelectedConnector::name)
                    .findFirst()
                    .orElse(update.dn());
            case ExportOperation.Delete delete -> delete.dn();
        };
        return dn == null || partitions.selects(dn)
                ? null
                : new ExportResult.Rejected(
                        ExportResult.Code.PERMISSION_DENIED,
                        "'" + dn + "' lies in no partition and selected container of the connector, where nothing is"
                                + " read. Select its container, or let the rules put it elsewhere.",
                        "dn",
                        null);
    }

    private static String name(Delta.AttributeChange change) {
        return change.added().getLast().text();
    }

    @Override
    public List<String> remarks() {
        return connector.remarks();
    }

    @Override
    public void close() {
        connector.close();
    }
}
