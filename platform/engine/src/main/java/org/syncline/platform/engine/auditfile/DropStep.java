package org.syncline.platform.engine.auditfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;

/** An import that is only written to an audit file: nothing is staged. */
final class DropStep implements PagedStep<ImportPage, ImportPage> {
    private final Path file;
    private final Connector connector;
    private final ImportPages pages;
    private final Counters counters = new Counters();
    private long dropped;

    /** @param connector writes what it reads; closed with the step */
    DropStep(Path file, Connector connector, ImportRequest request) {
        this.file = file;
        this.connector = connector;
        this.pages = connector.read(request);
    }

    @Override
    public Optional<ImportPage> next() {
        return pages.next();
    }

    @Override
    public ImportPage work(ImportPage page) {
        return page;
    }

    @Override
    public void record(ImportPage page) {
        dropped += page.changes().size() + page.errors().size();
    }

    @Override
    public StepEnd finish() {
        return new StepEnd(
                StepResult.SUCCESS,
                dropped + " objects, changes and errors were written to '" + file + "'. Nothing was staged; a step with"
                        + " resume-file goes on from there.",
                List.of());
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        return new StepEnd(Failures.result(cause), Failures.message(cause), List.of());
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        try (connector; pages) {
            // closes the pages, then the connection
        }
    }
}
