package org.syncline.platform.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.syncline.platform.engine.port.StoreException;

/** The folder of an embedded store, kept for one process at a time. */
final class StoreFolder implements AutoCloseable {
    private static final long FAR_BEHIND_THE_NOTE = 1 << 20;
    private final Path folder;
    private final FileChannel channel;

    private StoreFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static StoreFolder occupy(Path folder) {
        try {
            Files.createDirectories(folder);
            Path owner = folder.resolve("store.owner");
            FileChannel channel = FileChannel.open(owner, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            occupy(folder, channel);
            return new StoreFolder(folder, channel);
        } catch (IOException exception) {
            throw new StoreException("The store folder " + folder.toAbsolutePath() + " cannot be written ("
                    + exception.getClass().getSimpleName() + ": " + exception.getMessage()
                    + "). Give the user who runs Syncline the right to write there, or free some space", exception);
        }
    }

    private static void occupy(Path folder, FileChannel channel) throws IOException {
        if (lock(channel) == null) {
            String owner = read(channel);
            channel.close();
            throw new StoreException("Another process (" + owner + ") is using the store " + folder.toAbsolutePath()
                    + ". Wait until it has ended, or stop it");
        }
        ProcessHandle process = ProcessHandle.current();
        String note =
                "pid " + process.pid() + process.info().startInstant().map(since -> ", since " + since).orElse("");
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** The lock lies behind the note, so that others can read the note on every system. */
    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(FAR_BEHIND_THE_NOTE, 1, false);
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer note = ByteBuffer.allocate(200);
        channel.read(note, 0);
        String text = new String(note.array(), 0, note.position(), StandardCharsets.UTF_8);
        return text.isEmpty() ? "unknown" : text;
    }

    Path database() {
        return folder.resolve("store").toAbsolutePath();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException exception) {
            throw new StoreException("The store folder " + folder + " cannot be released", exception);
        }
    }
}
