package org.syncline.connectors.script.groovy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.syncline.connectors.script.form.Fields;
import org.syncline.connectors.script.form.Forms;
import org.syncline.connectors.script.form.Nonsense;
import org.syncline.connectors.script.form.PageInProgress;
import org.syncline.connectors.script.form.Reports;
import org.syncline.connectors.script.groovy.ConnectorScript.Part;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.Watermark;

/** The pages of one import: the script is called until it says no next page, and what it reads is cut to the size asked for. */
final class GroovyImport implements ImportPages {
    private static final int MOST_IN_A_CALL = 100_000;

    private final LoadedScript script;
    private final Reports reports;
    private final ImportRequest request;
    private final Deque<PageInProgress> read = new ArrayDeque<>();
    private Object token;
    private long calls;
    private int inCall;
    private boolean ended;
    private boolean closed;

    GroovyImport(LoadedScript script, Forms forms, ImportRequest request) {
        this.script = script;
        this.reports = new Reports(forms, request.isFull());
        this.request = request;
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import was closed");
        }
        while (!ended && !isFirstComplete()) {
            call();
        }
        return Optional.ofNullable(read.poll()).map(PageInProgress::end);
    }

    private boolean isFirstComplete() {
        return !read.isEmpty() && read.getFirst().size() >= request.pageSize();
    }

    private void call() {
        ScriptPage page = new ScriptPage(token, request.since().map(Watermark::value).orElse(null), request.pageSize(),
                this::take);
        calls++;
        inCall = 0;
        try {
            script.call(request.isFull() ? Part.FULL_IMPORT : Part.DELTA_IMPORT, page);
            if (page.getNext() != null && Objects.equals(page.getNext(), token)) {
                throw new LoadedScript.Failure(new Nonsense("page.next is '" + token
                        + "' again, so the import would never end. Leave it out after the last page"));
            }
        } catch (LoadedScript.Failure failed) {
            throw ScriptFailures.failed(script.settings(), failed.getCause());
        }
        token = page.getNext();
        ended = token == null;
    }

    private void take(String kind, Fields message) {
        if (++inCall > MOST_IN_A_CALL) {
            throw new Nonsense("more than " + MOST_IN_A_CALL
                    + " objects were read in one call. Read page by page, and say page.next");
        }
        if (read.isEmpty() || read.getLast().size() >= request.pageSize()) {
            read.add(new PageInProgress());
        }
        reports.take(kind, message, "page " + calls + ", number " + inCall, read.getLast());
    }

    @Override
    public void close() {
        closed = true;
    }
}
