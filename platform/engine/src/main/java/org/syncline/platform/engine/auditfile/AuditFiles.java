package org.syncline.platform.engine.auditfile;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.Watermark;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.export.PendingSet;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PagedStep;

/** What the audit file of one step makes of its connector, or of the step. */
public final class AuditFiles {
    private static final int PAGE = 500;

    private final ConnectorDefinition definition;
    private final StepOptions options;
    private final Path file;
    private final Clock clock;

    /**
     * @param folder the configuration folder
     * @param options of a step that has an audit file
     */
    public AuditFiles(Path folder, ConnectorDefinition definition, StepOptions options, Clock clock) {
        this.definition = definition;
        this.options = options;
        this.file = folder.resolve(options.auditFile().path());
        this.clock = clock;
    }

    /** A connector that reads the file. */
    public Connector resumed() {
        return new AuditedConnector(request -> new ResumedImport(file, definition, request), List::of, () -> {});
    }

    /** The connector, written to the file as it is read. */
    public Connector dropped(Connector connector) {
        return new AuditedConnector(request -> dropped(connector, request), connector::remarks, connector::close);
    }

    private ImportPages dropped(Connector connector, ImportRequest request) {
        AuditWriter writer = writer(
                request.isFull() ? Kind.FULL_IMPORT : Kind.DELTA_IMPORT,
                request.since().map(Watermark::value).orElse(null));
        try {
            return new DroppedImport(connector.read(request), writer);
        } catch (RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    private AuditWriter writer(Kind kind, String since) {
        return new AuditWriter(
                file,
                new AuditHead(definition.name(), kind, options.partition(), since),
                clock.instant(),
                type -> definition.objectType(type).orElseThrow().type());
    }

    /** An import that is only written to the file. */
    public PagedStep<?, ?> dropping(Connector connector, ImportRequest request) {
        return new DropStep(file, dropped(connector), request);
    }

    /**
     * Writes what is pending for the connector.
     *
     * @return a step that does nothing more
     * @throws ConnectorException if the file cannot be written
     */
    public PagedStep<?, ?> droppedExport(Store store) {
        try (AuditWriter writer = writer(Kind.EXPORT, null)) {
            DroppedExport.Pages pages = new DroppedExport.Pages(writer, PAGE);
            new PendingSet(definition, store).read(clock.instant(), pages::add);
            pages.write();
            writer.finish();
            return new DroppedExport(file, writer.entries());
        }
    }
}
