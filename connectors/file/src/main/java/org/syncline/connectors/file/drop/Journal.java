package org.syncline.connectors.file.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that were taken, numbered in the order in which they are read. Where one lies says how far it has come: in {@code processing}
 * until what it says is stored, then in {@code done}; what could not be read at all ends in {@code failed}.
 */
final class Journal {
    static final String PROCESSING = "processing";
    private static final String DONE = "done";
    static final String FAILED = "failed";
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{8,18})-(.+)");

    private final DropSettings settings;
    private final TreeMap<Long, DroppedFile> files = new TreeMap<>();
    private final TreeMap<Long, Path> failed = new TreeMap<>();
    private final Map<Long, Arrivals.Arrival> read = new HashMap<>();

    private Journal(DropSettings settings) {
        this.settings = settings;
    }

    /** As it is now. */
    static Journal of(DropSettings settings) {
        if (!Files.isDirectory(settings.path())) {
            throw DropTrouble.missing(settings);
        }
        Journal journal = new Journal(settings);
        try {
            journal.list(DONE);
            journal.list(PROCESSING);
            journal.list(FAILED);
            return journal;
        } catch (IOException failure) {
            throw DropTrouble.unusable(settings, "listing its files", failure);
        }
    }

    private void list(String place) throws IOException {
        Path folder = settings.path().resolve(place);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            paths.forEach(path -> note(path, place));
        }
    }

    private void note(Path path, String place) {
        Matcher name = NUMBERED.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        long number = Long.parseLong(name.group(1));
        if (place.equals(FAILED)) {
            failed.put(number, path);
        } else {
            settings.kind(name.group(2)).ifPresent(kind -> files.put(number,
                    new DroppedFile(number, name.group(2), kind, path, place.equals(PROCESSING))));
        }
    }

    /** The number of the last file that was taken; 0 if none was. */
    long last() {
        return Math.max(files.isEmpty() ? 0 : files.lastKey(), failed.isEmpty() ? 0 : failed.lastKey());
    }

    /** The files with higher numbers. */
    List<DroppedFile> after(long number) {
        return List.copyOf(files.tailMap(number, false).values());
    }

    /** Whether all files with higher numbers are still there. */
    boolean knowsAllAfter(long number) {
        return Stream.of(files, failed)
                .flatMap(known -> known.tailMap(number, false).keySet().stream())
                .distinct()
                .count() == Math.max(0, last() - number);
    }

    /** The files with everything there is, the newest first. */
    List<DroppedFile> fullFiles() {
        return files.descendingMap().values().stream().filter(file -> file.kind() == FileKind.FULL).toList();
    }

    /** A file of the folder as it would be taken now. */
    DroppedFile ifTaken(Path path) {
        String name = path.getFileName().toString();
        return new DroppedFile(last() + 1, name, settings.kind(name).orElseThrow(), path, true);
    }

    /** Takes a file out of the folder. */
    void take(Path path) throws IOException {
        DroppedFile file = ifTaken(path);
        Path taken = place(PROCESSING).resolve(numbered(file.number(), file.name()));
        Files.move(path, taken, StandardCopyOption.ATOMIC_MOVE);
        files.put(file.number(), file.at(taken, true));
    }

    static String numbered(long number, String name) {
        return "%08d-%s".formatted(number, name);
    }

    /** Notes how a file was when all of it had been read. */
    void noteRead(DroppedFile file) {
        if (file.isNew()) {
            try {
                Arrivals.state(file.path()).ifPresent(state -> read.put(file.number(), state));
            } catch (IOException failure) {
                throw DropTrouble.unusable(settings, "looking at the file '" + file.name() + "'", failure);
            }
        }
    }

    /**
     * Puts away the files up to a number, since what they say is stored.
     *
     * @return what could not be put away, and why
     */
    List<String> store(long upTo) {
        List<String> troubles = new ArrayList<>();
        for (DroppedFile file : List.copyOf(files.headMap(upTo, true).values())) {
            if (file.isNew()) {
                putAway(file).ifPresent(troubles::add);
            }
        }
        return troubles;
    }

    private Optional<String> putAway(DroppedFile file) {
        String place = Report.isRejected(settings, file) ? FAILED : DONE;
        try {
            if (wasWrittenSince(file)) {
                return Optional.of(takeAgain(file));
            }
            Path away = place(place).resolve(file.path().getFileName());
            Files.move(file.path(), away, StandardCopyOption.ATOMIC_MOVE);
            if (place.equals(FAILED)) {
                files.remove(file.number());
                failed.put(file.number(), away);
            } else {
                files.put(file.number(), file.at(away, false));
            }
            return Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional
                    .of("The file '" + file.path() + "' was read, but somebody removed it: it is not in '" + place
                            + "'. A full import cannot read it again.");
        } catch (IOException failure) {
            return Optional.of("The file '" + file.path() + "' was read, but cannot be put into '" + place + "': "
                    + DropTrouble.reason(failure) + ". It stays where it is, is not read again, and this is tried again"
                    + " by the next import.");
        }
    }

    private boolean wasWrittenSince(DroppedFile file) throws IOException {
        Arrivals.Arrival before = read.get(file.number());
        return before != null && !before.equals(Arrivals.state(file.path()).orElse(before));
    }

    /** Whoever kept it open wrote more: it is a new file. */
    private String takeAgain(DroppedFile file) throws IOException {
        long number = last() + 1;
        Path again = file.path().resolveSibling(numbered(number, file.name()));
        Files.move(file.path(), again, StandardCopyOption.ATOMIC_MOVE);
        files.remove(file.number());
        files.put(number, new DroppedFile(number, file.name(), file.kind(), again, true));
        return "The file '" + file.name() + "' was written on after it had been read: the next import reads it again."
                + " Let its writer write under another name and rename it at the end, or set 'marker'.";
    }

    /** Removes files that no import will read again, but for the newest of them. */
    void forget(long upTo) throws IOException {
        List<DroppedFile> full = fullFiles();
        long needed = full.isEmpty() ? 0 : Math.min(full.getFirst().number(), upTo);
        Collection<DroppedFile> old = files.headMap(needed, false).values();
        long surplus = old.stream().filter(file -> !file.isNew()).count() - settings.keep();
        for (DroppedFile file : List.copyOf(old)) {
            if (!file.isNew() && surplus-- > 0) {
                Files.deleteIfExists(file.path());
                files.remove(file.number());
            }
        }
    }

    private Path place(String name) throws IOException {
        return Files.createDirectories(settings.path().resolve(name));
    }
}
