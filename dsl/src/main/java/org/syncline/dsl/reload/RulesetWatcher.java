package org.syncline.dsl.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.syncline.dsl.xml.FilePlaces;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.ReadResult;

/**
 * Reads a configuration folder again whenever its files were saved: not before they have come to rest, so that several files saved
 * together, and a file saved in two steps, are read as one; and never from two states, since what changes while it is read is read
 * once more. It also reads when it starts, in case something was saved since the folder was first read.
 */
public final class RulesetWatcher implements AutoCloseable {
    /** Events tell of changes at once; a look at the folder finds those that no event told of, such as on network shares. */
    private static final Duration LOOK = Duration.ofMillis(500);
    /** Longer than an editor or a checkout pauses between two files, short enough for a version within a second of the save. */
    private static final Duration REST = Duration.ofMillis(120);

    private final Path folder;
    private final Supplier<ReadResult> reading;
    private final Consumer<ReadResult> saved;
    private final FolderEvents events;
    private final Thread thread;
    private volatile boolean closed;

    private RulesetWatcher(Path folder, Supplier<ReadResult> reading, Consumer<ReadResult> saved) {
        this.folder = folder;
        this.reading = reading;
        this.saved = saved;
        this.events = FolderEvents.of(folder);
        this.thread = Thread.ofPlatform().name("rules").daemon().unstarted(this::watch);
    }

    /**
     * Watches a folder until it is closed.
     *
     * @param reading reads and checks the folder as it is
     * @param saved gets what came of it, in the watcher's thread
     */
    public static RulesetWatcher start(Path folder, Supplier<ReadResult> reading, Consumer<ReadResult> saved) {
        RulesetWatcher watcher = new RulesetWatcher(folder, reading, saved);
        watcher.thread.start();
        return watcher;
    }

    private void watch() {
        try {
            FolderSnapshot read = read(FolderSnapshot.of(folder));
            while (!closed) {
                events.await(read.folders(), LOOK);
                FolderSnapshot now = FolderSnapshot.of(folder);
                if (!now.equals(read)) {
                    read = read(now);
                }
            }
        } catch (InterruptedException endOfTheProcess) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was read in the end. */
    private FolderSnapshot read(FolderSnapshot begun) throws InterruptedException {
        FolderSnapshot before = settled(begun);
        while (!closed) {
            ReadResult result = result();
            FolderSnapshot after = FolderSnapshot.of(folder);
            if (after.equals(before)) {
                tell(result);
                return after;
            }
            before = settled(after);
        }
        return before;
    }

    private FolderSnapshot settled(FolderSnapshot begun) throws InterruptedException {
        FolderSnapshot before = begun;
        while (!closed) {
            Thread.sleep(REST);
            FolderSnapshot now = FolderSnapshot.of(folder);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private ReadResult result() {
        try {
            return reading.get();
        } catch (RuntimeException failure) {
            return refused(failure);
        }
    }

    /** Who is told may fail too, such as a store that is gone: the watch goes on, and the next save is a new attempt. */
    private void tell(ReadResult result) {
        try {
            saved.accept(result);
        } catch (RuntimeException failure) {
            saved.accept(refused(failure));
        }
    }

    private static ReadResult refused(RuntimeException failure) {
        return new ReadResult.Refused(List.of(new Problem(
                FilePlaces.SYNCLINE, 1, 1, "The rules could not be taken: " + failure, "save them again")));
    }

    /** Waits until what is being read has been told. No interruption: an embedded database would close its file. */
    @Override
    public void close() {
        closed = true;
        events.close();
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
