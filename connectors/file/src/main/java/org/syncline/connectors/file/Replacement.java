package org.syncline.connectors.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.function.UnaryOperator;

/** The next version of a file, written beside it and put in its place at once: nobody ever sees half of it. */
final class Replacement implements AutoCloseable {
    private final Path file;
    private final Path next;
    private final FileChannel channel;
    private final Writer writer;
    private final UnaryOperator<String> terminated;
    private String last = "";

    /** @param terminated completes a part, so that another can follow */
    Replacement(Path path, TextEncoding encoding, UnaryOperator<String> terminated) throws IOException {
        this.terminated = terminated;
        this.file = Files.exists(path) ? path.toRealPath() : path;
        this.next = file.resolveSibling("." + file.getFileName() + ".next");
        this.channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        OutputStream bytes = Channels.newOutputStream(channel);
        bytes.write(encoding.mark());
        this.writer = new BufferedWriter(new OutputStreamWriter(
                bytes,
                encoding.charset()
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Adds a part; one before it that is not complete is completed. */
    void write(String part) throws IOException {
        if (!part.isEmpty()) {
            writer.write(last.isEmpty() ? last : terminated.apply(last));
            last = part;
        }
    }

    /** Puts this version in the place of the file, durably, and keeps the version before. */
    void takePlace() throws IOException {
        writer.write(last);
        writer.flush();
        channel.force(true);
        if (Files.exists(file)) {
            keepPermissions();
            Backup.keep(file);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (before != null) {
            Files.setPosixFilePermissions(next, before.readAttributes().permissions());
        }
    }

    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException foldersCannotBeForcedHere) {
            // Windows opens no folder; its file system keeps a rename by itself
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(next);
        }
    }
}
