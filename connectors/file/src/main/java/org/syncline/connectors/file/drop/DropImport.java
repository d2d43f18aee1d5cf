package org.syncline.connectors.file.drop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/** An import of several files, one after the other. After each of them a delta import can resume. */
final class DropImport implements ImportPages {

    /**
     * A file to be read.
     *
     * @param selection what of each page is delivered
     */
    record Part(FilePages pages, Function<ImportPage, ImportPage> selection) {}

    private final Journal journal;
    private final Consumer<String> remarks;
    private final Deque<ImportPage> first = new ArrayDeque<>();
    private final Deque<Part> parts;
    private long reached;
    private boolean closed;

    /**
     * @param first pages that are delivered before those of the files
     * @param reached the number of the file after which it begins
     * @param remarks receives what an administrator is to know
     */
    DropImport(Journal journal, List<ImportPage> first, List<Part> parts, long reached, Consumer<String> remarks) {
        this.journal = journal;
        this.first.addAll(first);
        this.parts = new ArrayDeque<>(parts);
        this.reached = reached;
        this.remarks = remarks;
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import is closed");
        }
        while (first.isEmpty() && !parts.isEmpty()) {
            Part part = parts.peek();
            part.pages().next().map(part.selection()).ifPresentOrElse(this::add, this::endFile);
        }
        if (first.isEmpty() && reached != journal.last()) {
            first.add(resumingAfter(journal.last()));
        }
        return Optional.ofNullable(first.poll());
    }

    private void add(ImportPage page) {
        if (!page.changes().isEmpty() || !page.errors().isEmpty()) {
            first.add(page);
        }
    }

    private void endFile() {
        FilePages ended = parts.remove().pages();
        ended.close();
        journal.noteRead(ended.file());
        first.add(resumingAfter(ended.file().number()));
    }

    private ImportPage resumingAfter(long number) {
        reached = number;
        return new ImportPage(List.of(), List.of(), Optional.of(new Watermark(Long.toString(number))));
    }

    @Override
    public void stored() {
        journal.store(reached).forEach(remarks);
    }

    @Override
    public void close() {
        closed = true;
        parts.forEach(part -> part.pages().close());
    }
}
