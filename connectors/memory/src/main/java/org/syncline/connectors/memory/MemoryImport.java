package org.syncline.connectors.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;

/** One import: what the system held, or what had changed, when it began. */
final class MemoryImport implements ImportPages {
    private record Reported(long sequence, ImportedChange change) {}

    private final MemorySystem system;
    private final ImportRequest request;
    private final List<Reported> reported;
    private final long end;
    private final OptionalInt breakAfter;
    private int delivered;
    private boolean ended;
    private boolean closed;

    MemoryImport(MemorySystem system, MemorySettings settings, ImportRequest request) {
        this.system = system;
        this.request = request;
        this.end = system.sequence();
        this.reported = report(system, settings, request);
        OptionalInt asked = system.faults().importBreak();
        this.breakAfter = asked.isPresent() ? OptionalInt.of(Math.min(asked.getAsInt(), reported.size())) : asked;
    }

    private static List<Reported> report(MemorySystem system, MemorySettings settings, ImportRequest request) {
        long since = request.isFull() ? 0 : sequence(system, request.since().orElseThrow());
        List<MemorySystem.Change> changes = request.isFull() ? system.everything() : system.changesSince(since);
        List<Reported> reported = new ArrayList<>(changes.size());
        for (MemorySystem.Change change : changes) {
            if (isElsewhere(settings, change, request)) {
                continue;
            }
            Optional<ImportedChange> imported = settings.patches() && !request.isFull()
                    ? MemoryRead.patch(settings, change, since)
                    : MemoryRead.change(settings, change, request.isFull());
            imported.ifPresent(told -> reported.add(new Reported(change.sequence(), told)));
        }
        return reported;
    }

    /** Who left a partition for another is reported where it is now. */
    private static boolean isElsewhere(MemorySettings settings, MemorySystem.Change change, ImportRequest request) {
        String dn = change.attributes() == null ? null : change.attributes().dn();
        return request.partition().isPresent()
                && dn != null
                && settings.partitions().selects(dn)
                && !settings.partitions().selects(dn, request.partition().get());
    }

    private static long sequence(MemorySystem system, Watermark watermark) {
        String[] parts = watermark.value().split("@", 2);
        boolean known = parts.length == 2 && parts[0].equals(system.incarnation()) && parts[1].matches("\\d{1,18}");
        if (!known || Long.parseLong(parts[1]) > system.sequence()) {
            throw new ConnectorException(
                    ConnectorException.Code.FULL_IMPORT_REQUIRED,
                    "The memory system '" + system.name() + "' does not know the watermark '" + watermark.value()
                            + "'; it lives no longer than its process. Run a full import.");
        }
        return Long.parseLong(parts[1]);
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("This import of the memory system '" + system.name() + "' is closed");
        }
        if (ended) {
            return Optional.empty();
        }
        return Optional.of(page(Math.min(delivered + request.pageSize(), reported.size())));
    }

    private ImportPage page(int upTo) {
        int until = Math.min(upTo, breakAfter.orElse(upTo));
        if (breakAfter.isPresent() && delivered >= breakAfter.getAsInt()) {
            throw MemoryFaults.connectionLost(system.name());
        }
        List<ImportedChange> changes = reported.subList(delivered, until).stream().map(Reported::change).toList();
        delivered = until;
        ended = delivered == reported.size() && breakAfter.isEmpty();
        system.count(new MemoryCounts(0, changes.size(), 0, 0, 0));
        return new ImportPage(
                system.faults().repeats() ? twice(changes) : changes, system.faults().errors(), watermark());
    }

    private static List<ImportedChange> twice(List<ImportedChange> changes) {
        List<ImportedChange> twice = new ArrayList<>(changes);
        twice.addAll(changes);
        return twice;
    }

    private Optional<Watermark> watermark() {
        if (ended) {
            return Optional.of(watermark(end));
        }
        return request.isFull() || delivered == 0
                ? Optional.empty()
                : Optional.of(watermark(reported.get(delivered - 1).sequence()));
    }

    private Watermark watermark(long sequence) {
        return new Watermark(system.incarnation() + "@" + sequence);
    }

    @Override
    public void close() {
        closed = true;
    }
}
