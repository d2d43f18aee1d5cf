package org.syncline.connectors.file;

import java.io.IOException;

/** The blocks of a text that blank lines separate, each with the blank lines behind it. */
public final class Blocks implements TextParts {
    private static final int MOST_CHARACTERS = 32 << 20;

    private final Lines lines;
    private final StringBuilder text = new StringBuilder();
    private boolean isAhead;
    private long line;
    private boolean isBlank;
    private boolean isUndecodable;
    private String complaint;

    public Blocks(Lines lines) {
        this.lines = lines;
    }

    @Override
    public boolean advance() throws IOException {
        if (!isAhead && !lines.advance()) {
            return false;
        }
        text.setLength(0);
        line = lines.line();
        isBlank = lines.isBlank();
        isUndecodable = false;
        complaint = null;
        boolean ends = isBlank;
        do {
            take();
            isAhead = lines.advance();
            ends |= isAhead && lines.isBlank();
        } while (isAhead && (lines.isBlank() || !ends) && text.length() < MOST_CHARACTERS);
        return true;
    }

    private void take() {
        text.append(lines.text());
        isUndecodable |= lines.isUndecodable();
        if (complaint == null) {
            complaint = text.length() < MOST_CHARACTERS
                    ? lines.complaint()
                    : "The record is longer than " + MOST_CHARACTERS
                            + " characters. Is this the right file, with blank lines between records?";
        }
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
        return isBlank;
    }

    @Override
    public String complaint() {
        return complaint;
    }

    @Override
    public boolean isUndecodable() {
        return isUndecodable;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
