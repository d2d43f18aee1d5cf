package org.syncline.platform.engine.auditfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** An export that is only written to an audit file: nothing is sent. The file is written before the step begins. */
final class DroppedExport implements PagedStep<ConnectorSpaceObject, ConnectorSpaceObject> {
    private final Path file;
    private final long dropped;
    private final Counters counters = new Counters();

    DroppedExport(Path file, long dropped) {
        this.file = file;
        this.dropped = dropped;
    }

    /** Writes pending objects in pages of this size. */
    static final class Pages {
        private final AuditWriter writer;
        private final int size;
        private final List<ConnectorSpaceObject> page = new ArrayList<>();

        Pages(AuditWriter writer, int size) {
            this.writer = writer;
            this.size = size;
        }

        void add(ConnectorSpaceObject object) {
            page.add(object);
            if (page.size() >= size) {
                write();
            }
        }

        void write() {
            if (!page.isEmpty()) {
                writer.pending(page);
                page.clear();
            }
        }
    }

    @Override
    public Optional<ConnectorSpaceObject> next() {
        return Optional.empty();
    }

    @Override
    public ConnectorSpaceObject work(ConnectorSpaceObject page) {
        return page;
    }

    @Override
    public void record(ConnectorSpaceObject page) {
        // there are no pages
    }

    @Override
    public StepEnd finish() {
        return new StepEnd(
                StepResult.SUCCESS,
                dropped + " pending exports were written to '" + file + "'. Nothing was sent.",
                List.of());
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        return new StepEnd(Failures.result(cause), Failures.message(cause), List.of());
    }

    @Override
    public boolean overlaps() {
        return false;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        // the file is closed already
    }
}
