package org.syncline.connectors.file.drop;

import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;

/** The pages of one dropped file. A file that was read before was reported then: what is wrong in it is not told again. */
final class FilePages implements AutoCloseable {
    private final DroppedFile file;
    private final FileOpening reading;
    private final int pageSize;
    private final Report report;
    private ImportPages pages;
    private boolean rejected;

    FilePages(DroppedFile file, FileOpening reading, int pageSize, Report report) {
        this.file = file;
        this.reading = reading;
        this.pageSize = pageSize;
        this.report = report;
    }

    DroppedFile file() {
        return file;
    }

    /**
     * The next page; empty at the end of the file.
     *
     * @throws ConnectorException if it cannot be read, or if it makes no sense any more although it did when it was read first
     */
    Optional<ImportPage> next() {
        if (rejected) {
            return Optional.empty();
        }
        try {
            if (pages == null) {
                begin();
                pages = reading.open(file, pageSize);
            }
            return pages.next().map(this::reported);
        } catch (ConnectorException failure) {
            if (!file.isNew() || !isAboutContent(failure)) {
                throw failure;
            }
            rejected = true;
            return Optional.of(rejection(file, failure, report));
        }
    }

    private void begin() {
        if (file.isNew()) {
            report.begin();
        }
    }

    private ImportPage reported(ImportPage page) {
        boolean isKnown = !file.isNew() && file.kind() != FileKind.FULL;
        if (file.isNew()) {
            report.add(page.errors());
        }
        return isKnown ? new ImportPage(page.changes(), List.of(), page.watermark()) : page;
    }

    /** Whether another file would do. */
    static boolean isAboutContent(ConnectorException failure) {
        return failure.getCause() == null
                && switch (failure.code()) {
                    case INVALID_SETTING, NO_START_CONNECTION -> true;
                    case NO_START_CREDENTIALS, STOPPED_CONNECTIVITY, FULL_IMPORT_REQUIRED, NOT_SUPPORTED -> false;
                };
    }

    /** The page that tells that nothing of a file counts. */
    static ImportPage rejection(DroppedFile file, ConnectorException why, Report report) {
        report.reject(why.getMessage());
        return new ImportPage(
                List.of(),
                List.of(new DiscoveryError(DiscoveryError.Code.MALFORMED_ROW, null, null, file.name(),
                        "The file '" + file.name() + "' was rejected as a whole. " + why.getMessage())),
                Optional.empty());
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
        report.close();
    }
}
