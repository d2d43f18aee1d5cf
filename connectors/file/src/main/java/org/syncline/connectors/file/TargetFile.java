package org.syncline.connectors.file;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** The file to be rewritten: as it is, or as it begins when there is none yet. */
final class TargetFile implements AutoCloseable {
    private final DelimitedTextSettings settings;
    private final Optional<SourceFile> source;
    private final Columns columns;
    private final String header;
    private LineDelimiter lineEnd = LineDelimiter.LF;

    private TargetFile(DelimitedTextSettings settings, Optional<SourceFile> source) {
        this.settings = settings;
        this.source = source;
        this.columns = source.map(SourceFile::columns).orElseGet(() -> new Columns(settings, newColumns(settings)));
        this.header = source.map(SourceFile::header).orElseGet(this::newHeader);
    }

    static TargetFile open(DelimitedTextSettings settings) throws IOException {
        if (Files.exists(settings.path())) {
            return new TargetFile(settings, Optional.of(SourceFile.open(settings))).withItsLineEnd();
        }
        Backup.checkNothingVanished(settings);
        if (!Files.isDirectory(settings.path().getParent())) {
            throw FileTrouble.noFolder(settings);
        }
        return new TargetFile(settings, Optional.empty());
    }

    private TargetFile withItsLineEnd() throws IOException {
        RowSplitter rows = source.orElseThrow().rows();
        String sample = header.isEmpty() && rows.hasMore() ? rows.text() : header;
        if (sample.endsWith("\r\n")) {
            lineEnd = LineDelimiter.CRLF;
        } else if (sample.endsWith("\r")) {
            lineEnd = LineDelimiter.CR;
        }
        return this;
    }

    private static List<String> newColumns(DelimitedTextSettings settings) {
        Set<String> names = new LinkedHashSet<>();
        for (ObjectTypeSettings type : settings.objectTypes()) {
            Set<String> attributes = new LinkedHashSet<>();
            type.attributes().stream().map(AttributeSettings::column).forEach(attributes::add);
            type.anchorColumns().stream().filter(name -> !attributes.contains(name)).forEach(names::add);
            names.addAll(attributes);
        }
        return settings.columns().orElseGet(() -> new ArrayList<>(names));
    }

    private String newHeader() {
        return settings.columns().isPresent() ? "" : new Csv(settings).write(newColumns(settings), lineEnd);
    }

    Columns columns() {
        return columns;
    }

    LineDelimiter lineEnd() {
        return lineEnd;
    }

    TextEncoding encoding() {
        return source.map(SourceFile::encoding).orElseGet(() -> TextEncoding.unmarked(settings.encoding()));
    }

    /** Writes the file anew with changed rows; leaves it alone if none is changed. */
    void rewrite(PendingRows pending) throws IOException {
        try (Replacement replacement = new Replacement(settings.path(), encoding())) {
            replacement.write(header, lineEnd.toString());
            if (source.isPresent()) {
                copy(source.get().rows(), pending, replacement);
            }
            for (String row : pending.newRows()) {
                replacement.write(row, lineEnd.toString());
            }
            if (pending.isChanged()) {
                putInPlace(replacement);
            }
        }
    }

    private void copy(RowSplitter rows, PendingRows pending, Replacement replacement) throws IOException {
        while (rows.advance()) {
            if (rows.isUndecodable()) {
                throw new ConnectorException(
                        ConnectorException.Code.INVALID_SETTING,
                        settings.file() + ", line " + rows.line() + ": the row has bytes that are no "
                                + encoding().charset().name()
                                + ". Writing the file would lose them: correct them, or the setting 'encoding'.");
            }
            String text = rows.text();
            String after = rows.kind() == RowKind.WELL_FORMED ? pending.after(text) : text;
            if (after != null) {
                replacement.write(after, lineEnd.toString());
            }
        }
    }

    private void putInPlace(Replacement replacement) throws IOException {
        if (source.isPresent()) {
            source.get().checkUntouched();
        }
        replacement.takePlace();
    }

    @Override
    public void close() {
        source.ifPresent(SourceFile::close);
    }
}
