package org.syncline.dsl.reload;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.dsl.xml.FilePlaces;

/**
 * What lies in a configuration folder at one moment, without looking into the files; of a link, what it leads to.
 *
 * @param files that are read, and those beside them
 * @param folders in which they lie
 */
record FolderSnapshot(Map<Path, Stamp> files, Set<Path> folders) {
    private static final int DEPTH = 3;

    /** What changes when a file is written or replaced. */
    record Stamp(long size, FileTime modified, Object key) {}

    static FolderSnapshot of(Path folder) {
        FolderSnapshot found = new FolderSnapshot(new TreeMap<>(), new TreeSet<>(Set.of(folder)));
        for (String place : FilePlaces.top()) {
            found.add(folder.resolve(place));
        }
        return found;
    }

    private void add(Path place) {
        try {
            Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new Visitor());
        } catch (IOException unreadable) {
            files.put(place, new Stamp(-1, FileTime.fromMillis(0), unreadable.toString()));
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            folders.add(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
            return FileVisitResult.CONTINUE;
        }

        /** What is gone between being listed and being looked at is gone. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
