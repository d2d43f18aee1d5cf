package org.syncline.connectors.file;

import java.io.IOException;

/** One reading of a file of which each part is a record, or blank. */
public final class PartReading implements FileReading {
    private final Columns columns;
    private final TextParts parts;
    private final RecordText records;
    private final String header;
    private boolean isAhead;

    /**
     * @param header read already
     * @param wanted what should stand in the file, for the message if nothing does
     */
    public PartReading(FileSettings file, Columns columns, TextParts parts, RecordText records, String header,
            String wanted) throws IOException {
        this.columns = columns;
        this.parts = parts;
        this.records = records;
        this.header = header + blanks();
        if (!isAhead && header.isEmpty()) {
            file.refuseEmpty(wanted);
        }
    }

    private String blanks() throws IOException {
        StringBuilder blanks = new StringBuilder();
        for (isAhead = parts.advance(); isAhead && parts.isBlank() && !parts.endsRecords(); isAhead = parts.advance()) {
            blanks.append(parts.text());
        }
        return blanks.toString();
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public String lineEnd() {
        return LineEnd.firstIn(header.isEmpty() ? parts.text() : header);
    }

    @Override
    public boolean read(RecordHandler handler) throws IOException {
        boolean more = advance();
        if (more && parts.complaint() != null) {
            handler.malformed(line(), parts.complaint());
        } else if (more && !parts.isBlank()) {
            readRecord(handler);
        }
        return more;
    }

    private void readRecord(RecordHandler handler) {
        try {
            FileRecord record = records.read(text());
            if (isUndecodable()) {
                handler.undecodable(record, line());
            } else {
                handler.record(record, line());
            }
        } catch (MalformedRecord malformed) {
            handler.malformed(line() + malformed.line(), malformed.getMessage());
        }
    }

    @Override
    public boolean advance() throws IOException {
        if (isAhead) {
            isAhead = false;
            return true;
        }
        return parts.advance();
    }

    @Override
    public String text() {
        return parts.text();
    }

    @Override
    public long line() {
        return parts.line();
    }

    @Override
    public boolean isRecord() {
        return parts.complaint() == null && !parts.isBlank();
    }

    @Override
    public boolean endsRecords() {
        return parts.endsRecords();
    }

    @Override
    public boolean isUndecodable() {
        return parts.isUndecodable();
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
