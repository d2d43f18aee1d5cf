package org.syncline.connectors.file.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that were dropped into a folder and not taken yet. A file that somebody may still be writing is left alone. */
final class Arrivals {
    private final DropSettings settings;

    /** A file as it is now. */
    record Arrival(long size, FileTime modified) {}

    Arrivals(DropSettings settings) {
        this.settings = settings;
    }

    /** Takes what is complete; tells what is still being written. */
    List<String> takeInto(Journal journal) throws IOException {
        Map<Path, Arrival> before = waiting();
        if (settings.marker() == null && !before.isEmpty()) {
            awaitRest();
        }
        Map<Path, Arrival> now = waiting();
        List<String> unfinished = new ArrayList<>();
        for (Path path : inOrder(now)) {
            if (!now.get(path).equals(before.get(path))) {
                unfinished.add("The file '" + path.getFileName()
                        + "' is still being written: it was left for the next import.");
            } else if (take(path, journal)) {
                removeMarker(path);
            }
        }
        return unfinished;
    }

    /** The files that are read, but for those whose marker is missing. */
    Map<Path, Arrival> waiting() throws IOException {
        Map<Path, Arrival> waiting = new TreeMap<>();
        try (Stream<Path> paths = Files.list(settings.path())) {
            for (Path path : paths.filter(this::isRead).toList()) {
                Optional<Arrival> state = state(path);
                if (state.isPresent() && isMarked(path, state.get())) {
                    waiting.put(path, state.get());
                }
            }
        }
        return waiting;
    }

    private boolean isRead(Path path) {
        return settings.kind(path.getFileName().toString()).isPresent();
    }

    /** Empty for what is no file, or not there any more. */
    static Optional<Arrival> state(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Arrival(attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (NoSuchFileException withdrawn) {
            return Optional.empty();
        }
    }

    private void awaitRest() {
        try {
            Thread.sleep(settings.rest());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> inOrder(Map<Path, Arrival> waiting) {
        Comparator<Map.Entry<Path, Arrival>> byName = Map.Entry.comparingByKey();
        Comparator<Map.Entry<Path, Arrival>> byTime =
                Comparator.comparing(waitingFile -> waitingFile.getValue().modified());
        return waiting.entrySet().stream()
                .sorted(settings.byTime() ? byTime.thenComparing(byName) : byName)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A marker that is older than its file is that of a file before. */
    private boolean isMarked(Path path, Arrival file) throws IOException {
        if (settings.marker() == null) {
            return true;
        }
        Optional<Arrival> marker = state(marker(path));
        return marker.isPresent() && marker.get().modified().compareTo(file.modified()) >= 0;
    }

    /** Whether it was still there. */
    private static boolean take(Path path, Journal journal) throws IOException {
        try {
            journal.take(path);
            return true;
        } catch (NoSuchFileException withdrawn) {
            return false;
        }
    }

    private void removeMarker(Path path) throws IOException {
        if (settings.marker() != null) {
            Files.deleteIfExists(marker(path));
        }
    }

    private Path marker(Path path) {
        return path.resolveSibling(path.getFileName() + settings.marker());
    }
}
