package org.syncline.connectors.file.xml;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.MarkingReader;
import org.syncline.connectors.file.TextParts;
import org.syncline.connectors.spi.ConnectorException;

/** The records of a document, each with the blanks before it, and what stands between them. */
final class XmlParts implements TextParts {
    private static final int MOST_CHARACTERS = 32 << 20;

    private final Markup markup;
    private final FileSettings file;
    private final List<String> record;
    private final List<String> container;
    private final List<String> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isAhead;
    private boolean isRecord;
    private boolean endsRecords;
    private boolean foundContainer;
    private String owedEnd;
    private long line;

    XmlParts(Reader text, FileSettings file, List<String> record) {
        this.markup = new Markup(text);
        this.file = file;
        this.record = record;
        this.container = record.subList(0, record.size() - 1);
    }

    @Override
    public boolean advance() throws IOException {
        text.setLength(0);
        isRecord = false;
        endsRecords = false;
        if (owedEnd != null) {
            endContainer(owedEnd);
            owedEnd = null;
            return true;
        }
        if (!ahead()) {
            checkComplete();
            return false;
        }
        line = markup.line();
        if (markup.isBlank()) {
            take();
        }
        if (ahead() && (text.isEmpty() || beginsRecord() || endsContainer())) {
            readPiece();
        }
        return true;
    }

    private boolean ahead() throws IOException {
        try {
            isAhead = isAhead || markup.next();
            return isAhead;
        } catch (EOFException inTheMiddle) {
            line = markup.line();
            throw torn(inTheMiddle.getMessage());
        }
    }

    private void take() {
        text.append(markup.text());
        isAhead = false;
    }

    private boolean beginsRecord() {
        return (markup.kind() == Markup.Kind.START || markup.kind() == Markup.Kind.EMPTY) && open.equals(container)
                && markup.name().equals(record.getLast());
    }

    private boolean endsContainer() {
        return markup.kind() == Markup.Kind.END && open.equals(container);
    }

    private void readPiece() throws IOException {
        line = markup.line();
        switch (markup.kind()) {
            case START -> start();
            case EMPTY -> empty();
            case END -> end();
            case DOCTYPE -> throw invalid("the document has a DOCTYPE, which is not read since it can name other files."
                    + " Let it be written without one.");
            case TEXT, COMMENT -> take();
        }
    }

    private void start() throws IOException {
        if (beginsRecord()) {
            readRecord();
        } else {
            checkRoot();
            open.add(markup.name());
            foundContainer |= open.equals(container);
            take();
        }
    }

    private void empty() {
        if (beginsRecord()) {
            isRecord = true;
            take();
            return;
        }
        checkRoot();
        String name = markup.name();
        take();
        open.add(name);
        if (open.equals(container)) {
            foundContainer = true;
            text.setLength(text.length() - 2);
            text.append('>');
            owedEnd = "</" + name + ">";
        } else {
            open.removeLast();
        }
    }

    private void checkRoot() {
        if (open.isEmpty() && !markup.name().equals(record.getFirst())) {
            throw invalid("the document is <" + markup.name() + ">, and the setting 'record' begins with '"
                    + record.getFirst() + "'. Correct the setting.");
        }
    }

    private void end() {
        String name = markup.name();
        if (open.isEmpty() || !open.getLast().equals(name)) {
            throw invalid("</" + name + "> ends what was not begun" + (open.isEmpty()
                    ? "."
                    : ": <" + open.getLast() + "> is still open.") + " Let the document be written anew.");
        }
        if (endsContainer()) {
            take();
            endContainer("");
        } else {
            take();
            open.removeLast();
        }
    }

    private void endContainer(String tag) {
        text.append(tag);
        endsRecords = true;
        open.removeLast();
    }

    /** A record whose tags do not match ends with the end tag of its name: it is lost alone. */
    private void readRecord() throws IOException {
        isRecord = true;
        Deque<String> within = new ArrayDeque<>();
        do {
            String name = markup.name();
            if (markup.kind() == Markup.Kind.START) {
                within.push(name);
            } else if (markup.kind() == Markup.Kind.END && name.equals(within.peek())) {
                within.pop();
            } else if (markup.kind() == Markup.Kind.END && name.equals(record.getLast())) {
                within.clear();
            }
            take();
        } while (!within.isEmpty() && text.length() < MOST_CHARACTERS && ahead());
        if (!within.isEmpty()) {
            throw torn("<" + record.getLast() + "> is never ended.");
        }
    }

    private void checkComplete() {
        if (!open.isEmpty()) {
            throw torn("<" + open.getLast() + "> is never ended.");
        }
        if (!foundContainer && line > 0) {
            throw invalid("the document has no element " + String.join("/", container) + ", which should hold the"
                    + " records. Correct the setting 'record'.");
        }
    }

    private ConnectorException torn(String what) {
        return new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY, file.inLine(line) + what
                + " Was the document cut short? Put the whole one there and run the step again.");
    }

    private ConnectorException invalid(String message) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING, file.inLine(line) + message);
    }

    @Override
    public String text() {
        return text.toString();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean isBlank() {
        return !isRecord;
    }

    @Override
    public boolean endsRecords() {
        return endsRecords;
    }

    @Override
    public String complaint() {
        return null;
    }

    @Override
    public boolean isUndecodable() {
        return MarkingReader.hasMark(text.toString());
    }

    @Override
    public void close() throws IOException {
        markup.close();
    }
}
