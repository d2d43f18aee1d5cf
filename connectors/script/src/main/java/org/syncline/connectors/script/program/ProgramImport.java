package org.syncline.connectors.script.program;

import java.util.Optional;
import org.syncline.connectors.script.form.Forms;
import org.syncline.connectors.script.form.PageInProgress;
import org.syncline.connectors.script.form.Reports;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;

/** The pages of one import, read from the program as they are asked for. */
final class ProgramImport implements ImportPages {
    private final Conversation conversation;
    private final Reports reports;
    private final ImportRequest request;
    private boolean ended;
    private boolean closed;

    ProgramImport(Conversation conversation, Forms forms, ImportRequest request) {
        this.conversation = conversation;
        this.reports = new Reports(forms, request.isFull());
        this.request = request;
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import was closed");
        }
        PageInProgress page = new PageInProgress();
        while (!ended && page.size() < request.pageSize()) {
            ended = !conversation.next(
                    (type, message, place) -> reports.take(type, message, place, page));
        }
        return page.isEmpty() ? Optional.empty() : Optional.of(page.end());
    }

    @Override
    public void close() {
        if (!closed) {
            conversation.abandon();
        }
        closed = true;
    }
}
