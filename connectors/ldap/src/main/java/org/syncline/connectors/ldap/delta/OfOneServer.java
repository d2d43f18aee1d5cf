package org.syncline.connectors.ldap.delta;

import java.time.Instant;
import java.util.Optional;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/** A strategy whose watermarks mean something to one of several servers alone: they name it, and the delta goes on there. */
public final class OfOneServer implements DeltaStrategy {
    private static final String HEADING = "server ";
    private static final char LINE = '\n';

    private final DeltaStrategy strategy;
    private final Directory directory;

    private OfOneServer(DeltaStrategy strategy, Directory directory) {
        this.strategy = strategy;
        this.directory = directory;
    }

    /** What was chosen, kept to one server where there are several and it has to be. */
    public static DeltaStrategy where(DeltaChoice choice, DirectoryContent content) {
        DeltaStrategy strategy = choice.of(content);
        return choice.isOfOneServer() && content.directory().server().isPresent()
                ? new OfOneServer(strategy, content.directory())
                : strategy;
    }

    @Override
    public Optional<Watermark> position(String partition) {
        return strategy.position(partition).map(this::named);
    }

    private Watermark named(Watermark position) {
        return new Watermark(HEADING + directory.server().orElseThrow() + LINE + position.value());
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        String text = watermark.value();
        int line = text.indexOf(LINE);
        if (line < 0 || !text.startsWith(HEADING)) {
            throw Watermarks.fullImportRequired("The watermark does not say which of the servers it is of", null);
        }
        String server = text.substring(HEADING.length(), line);
        if (!directory.use(server)) {
            throw Watermarks
                    .fullImportRequired("The watermark is of " + server + ", which does not answer or is no longer"
                            + " named in setting 'server'; " + directory.server().orElseThrow()
                            + " took its place and numbers changes in its own way", null);
        }
        ImportPages pages = strategy.since(new Watermark(text.substring(line + 1)), partition, pageSize);
        return new ImportPages() {
            @Override
            public Optional<ImportPage> next() {
                return pages.next().map(OfOneServer.this::named);
            }

            @Override
            public void close() {
                pages.close();
            }
        };
    }

    @Override
    public Optional<String> blindness(Optional<Instant> lastFull) {
        return strategy.blindness(lastFull);
    }

    private ImportPage named(ImportPage page) {
        return new ImportPage(page.changes(), page.errors(), page.watermark().map(this::named));
    }
}
