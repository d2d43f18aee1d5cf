package org.syncline.connectors.file.drop;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.Watermark;
import org.syncline.connectors.spi.watch.LookingSession;
import org.syncline.connectors.spi.watch.WatchSession;

/**
 * A folder into which files are dropped that are read once.
 *
 * <p>A watermark is the number of the last file that was read. A delta import reads the files with higher numbers; a full import the newest
 * file with everything and the changes after it. Nothing is put away before its watermark is stored, so that what breaks off is read again.
 */
public final class DropFolder {
    /** The watermark before the first file. */
    private static final long NONE = 0;

    private final DropSettings settings;
    private final FileOpening reading;
    private final Set<String> remarks = new LinkedHashSet<>();

    public DropFolder(DropSettings settings, FileOpening reading) {
        this.settings = settings;
        this.reading = reading;
    }

    /** Takes the files that are complete, and begins to read. */
    public ImportPages read(ImportRequest request) {
        request.demandNoPartition();
        Optional<Long> since = request.since().map(this::number);
        Journal journal = Journal.of(settings);
        since.ifPresent(number -> remarks.addAll(journal.store(number)));
        try {
            remarks.addAll(new Arrivals(settings).takeInto(journal));
            if (since.isPresent()) {
                journal.forget(since.get());
            }
        } catch (IOException failure) {
            throw DropTrouble.unusable(settings, "taking the files that are complete", failure);
        }
        return since.isPresent()
                ? changes(since.get(), journal, request.pageSize())
                : everything(journal, request.pageSize());
    }

    private long number(Watermark watermark) {
        try {
            return Long.parseLong(watermark.value());
        } catch (NumberFormatException notOurs) {
            throw DropTrouble.unknownWatermark(settings);
        }
    }

    private ImportPages changes(long since, Journal journal, int pageSize) {
        if (!journal.knowsAllAfter(since)) {
            throw DropTrouble.unknownWatermark(settings);
        }
        List<DropImport.Part> parts = new ArrayList<>();
        for (DroppedFile file : journal.after(since)) {
            if (file.kind() == FileKind.FULL) {
                throw DropTrouble.fullFileDropped(file);
            }
            parts.add(new DropImport.Part(pages(file, pageSize), page -> page));
        }
        return new DropImport(journal, List.of(), parts, since, remarks::add);
    }

    private ImportPages everything(Journal journal, int pageSize) {
        List<ImportPage> rejections = new ArrayList<>();
        Optional<DroppedFile> full = newestReadable(journal.fullFiles(), rejections);
        List<DroppedFile> changes = journal.after(full.map(DroppedFile::number).orElse(NONE)).stream()
                .filter(file -> file.kind() != FileKind.FULL)
                .toList();
        boolean isNothing = full.isEmpty() && (settings.hasFullFiles() || changes.isEmpty());
        if (isNothing && !settings.mayBeEmpty()) {
            throw DropTrouble.noFile(settings, rejections);
        }
        LatestChanges latest = new LatestChanges();
        for (DroppedFile file : changes) {
            try (FilePages pages = pages(file, pageSize)) {
                latest.note(pages);
            }
        }
        List<DropImport.Part> parts = new ArrayList<>();
        full.ifPresent(file -> parts.add(new DropImport.Part(pages(file, pageSize), latest::unchanged)));
        changes.forEach(file -> parts.add(new DropImport.Part(pages(file, pageSize), latest::latest)));
        return new DropImport(journal, rejections, parts, -1, remarks::add);
    }

    /** A file that is rejected counts as never dropped. */
    private Optional<DroppedFile> newestReadable(List<DroppedFile> newestFirst, List<ImportPage> rejections) {
        for (DroppedFile file : newestFirst) {
            try (ImportPages readable = reading.open(file, 1)) {
                return Optional.of(file);
            } catch (ConnectorException failure) {
                if (!file.isNew() || !FilePages.isAboutContent(failure)) {
                    throw failure;
                }
                rejections.add(FilePages.rejection(file, failure, report(file)));
            }
        }
        return Optional.empty();
    }

    private FilePages pages(DroppedFile file, int pageSize) {
        return new FilePages(file, reading, pageSize, report(file));
    }

    private Report report(DroppedFile file) {
        return new Report(settings, file, remarks::add);
    }

    /** What an administrator is to know of the folder. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Listens for files that are dropped. */
    public static WatchSession watch(DropSettings settings) {
        return new LookingSession<>(() -> Optional.of(waiting(settings)).filter(files -> !files.isEmpty()));
    }

    private static Map<Path, Arrivals.Arrival> waiting(DropSettings settings) {
        try {
            return new Arrivals(settings).waiting();
        } catch (NoSuchFileException | NotDirectoryException missing) {
            throw DropTrouble.missing(settings);
        } catch (IOException failure) {
            throw DropTrouble.unusable(settings, "looking for files", failure);
        }
    }

    /**
     * The newest file that holds objects, taken or not.
     *
     * @throws ConnectorException if there is none
     */
    public static DroppedFile newest(DropSettings settings) {
        Journal journal = Journal.of(settings);
        Stream<DroppedFile> waiting = waiting(settings).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(Arrivals.Arrival::modified).reversed()))
                .map(file -> journal.ifTaken(file.getKey()));
        return Stream.concat(waiting, journal.after(NONE).reversed().stream())
                .filter(file -> file.kind() != FileKind.DELETIONS)
                .findFirst()
                .orElseThrow(() -> DropTrouble.noFile(settings, List.of()));
    }
}
