package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFWriter;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The LDIF file of an embedded directory: read as a whole, replaced as a whole. */
final class DirectoryFile {
    private static final String INCLUDES = "# Written by Syncline; includes the changes ";

    private final Path path;

    DirectoryFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The first entry of the file. */
    Optional<Entry> first() throws IOException, LDIFException {
        if (!exists()) {
            return Optional.empty();
        }
        try (LDIFReader reader = new LDIFReader(path.toFile())) {
            return Optional.ofNullable(reader.readEntry());
        }
    }

    /**
     * Reads the file into a directory.
     *
     * @return whether every entry had its {@code entryUUID}; otherwise the file has to be written, or they would be others next time
     */
    boolean loadInto(InMemoryDirectoryServer directory) throws IOException, LDIFException, LDAPException {
        if (!exists()) {
            return true;
        }
        boolean complete = true;
        try (LDIFReader reader = new LDIFReader(path.toFile())) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                complete &= !EntryIdentity.complete(entry);
                directory.add(entry.getDN(), withSharedNames(entry));
            }
        }
        return complete;
    }

    /** An entry that was read has the names of its attributes for itself; thousands of them need not. */
    private static List<Attribute> withSharedNames(Entry entry) {
        return entry.getAttributes().stream()
                .map(attribute -> new Attribute(attribute.getName().intern(), attribute.getValueByteArrays()))
                .toList();
    }

    /** Whether the file was written after the changes of this journal. */
    boolean includes(String journal) throws IOException {
        if (!exists()) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            return (INCLUDES + journal).equals(lines.readLine());
        }
    }

    /** Replaces the file so that at any moment either the old or the new one is there, whole. */
    void replace(InMemoryDirectoryServer directory, String journal) throws IOException, LDAPException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            write(directory, journal, channel);
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    private static void write(InMemoryDirectoryServer directory, String journal, FileChannel channel)
            throws IOException, LDAPException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        out.write((INCLUDES + journal + "\n\n").getBytes(StandardCharsets.UTF_8));
        LDIFWriter writer = new LDIFWriter(out);
        directory.exportToLDIF(writer, false, true, false);
        writer.flush();
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
