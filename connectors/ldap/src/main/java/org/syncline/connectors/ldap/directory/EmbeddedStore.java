package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.ConnectorException;

/**
 * The library's in-memory directory and the LDIF file it lives in.
 *
 * <p>The file is read when the first connector opens it, unless it is as this process left it. Changes go to a {@link ChangeJournal}; a
 * page that was reported as done is on the disk. When the last connector leaves, or the next process finds a journal left behind, the
 * file is written anew and the journal dropped. A crash between the two does no harm: the file says which journal it includes.
 */
final class EmbeddedStore {
    private static final String NO_CHANGES = "of nobody";

    private final DirectoryFile file;
    private final Path path;
    private final Path journalPath;
    private final ChangeJournal journal;
    private final Set<DN> tops;
    private final boolean isKept;
    private final InMemoryDirectoryServer server;
    private int users;

    private EmbeddedStore(Path path, Path journalPath, ChangeJournal journal, String base)
            throws IOException, LDAPException, LDIFException {
        this.path = path;
        this.file = new DirectoryFile(path);
        this.journalPath = journalPath;
        this.journal = journal;
        this.tops = tops(base);
        Optional<InMemoryDirectoryServer> kept = KeptContent.take(path, tops);
        this.isKept = kept.isPresent();
        this.server = isKept ? kept.get() : EmbeddedServer.holding(tops.toArray(DN[]::new));
    }

    static EmbeddedStore load(Path path, String base, Path start) {
        Path journalPath = path.resolveSibling(path.getFileName() + ".changes");
        ChangeJournal journal = openJournal(path, journalPath);
        try {
            EmbeddedStore store = new EmbeddedStore(path, journalPath, journal, base);
            boolean isNew = store.read();
            store.createMissing(base);
            if (isNew && start != null) {
                store.begin(start);
            }
            return store;
        } catch (LDAPException | LDIFException | IOException | RuntimeException failure) {
            closeQuietly(journal, failure);
            throw failure instanceof ConnectorException known ? known : unreadable(path, failure);
        }
    }

    private static ChangeJournal openJournal(Path path, Path journalPath) {
        try {
            Files.createDirectories(path.getParent());
            ChangeJournal journal = ChangeJournal.open(journalPath);
            if (journal == null) {
                throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                        "Another process uses the embedded directory '" + path + "'; wait until it has ended");
            }
            return journal;
        } catch (IOException failure) {
            throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION, "The embedded directory '" + path
                    + "' needs to write '" + journalPath + "' and cannot: " + failure, failure);
        }
    }

    private static void closeQuietly(ChangeJournal journal, Exception failure) {
        try {
            journal.close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private static ConnectorException unreadable(Path path, Exception failure) {
        return new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                "The embedded directory '" + path + "' cannot be read: " + failure.getMessage(), failure);
    }

    private Set<DN> tops(String base) throws LDAPException, IOException, LDIFException {
        DN wanted = new DN(base);
        Set<DN> tops = new LinkedHashSet<>();
        Entry first = file.first().orElse(null);
        if (first != null) {
            tops.add(first.getParsedDN());
        }
        if (first == null || !wanted.isDescendantOf(first.getParsedDN(), true)) {
            tops.add(wanted);
        }
        return tops;
    }

    /** Reads what there is and returns whether there was nothing. */
    private boolean read() throws IOException, LDAPException, LDIFException {
        boolean complete = isKept || file.loadInto(server);
        String left = journal.leftBehind();
        if (!left.isEmpty() && !file.includes(ChangeJournal.id(left))) {
            server.applyChangesFromLDIF(
                    new LDIFReader(new ByteArrayInputStream(left.getBytes(StandardCharsets.UTF_8))));
            file.replace(server, ChangeJournal.id(left));
        } else if (!complete) {
            file.replace(server, NO_CHANGES);
        }
        journal.restart();
        return !file.exists();
    }

    /** Adds the entries of another file, except those that are there. */
    private void begin(Path start) throws IOException, LDAPException, LDIFException {
        try (LDIFReader entries = new LDIFReader(start.toFile())) {
            for (Entry entry = entries.readEntry(); entry != null; entry = entries.readEntry()) {
                if (server.getEntry(entry.getDN()) == null) {
                    write(new AddRequest(entry));
                }
            }
            makeDurable();
        } catch (IOException | LDAPException | LDIFException failure) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, "Setting 'embedded-start': '" + start
                    + "' cannot be loaded: " + failure.getMessage(), failure);
        }
    }

    void createMissing(String base) {
        try {
            if (server.getEntry(base) == null) {
                write(new AddRequest(BaseEntry.of(new DN(base))));
            }
        } catch (LDAPException failure) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, "Setting 'base': '" + base
                    + "' does not exist in the embedded directory '" + path + "' and cannot be created: "
                    + failure.getMessage(), failure);
        }
    }

    InMemoryDirectoryServer server() {
        return server;
    }

    synchronized LDAPResult write(ReadOnlyLDAPRequest request) throws LDAPException {
        ReadOnlyLDAPRequest complete = request instanceof AddRequest add ? EntryIdentity.complete(add) : request;
        LDAPResult result = Directory.send(server, complete);
        journal.append(record(complete));
        return result;
    }

    private static LDIFChangeRecord record(ReadOnlyLDAPRequest request) {
        return switch (request) {
            case AddRequest add -> add.toLDIFChangeRecord();
            case ModifyRequest modify -> modify.toLDIFChangeRecord();
            case ModifyDNRequest rename -> rename.toLDIFChangeRecord();
            case DeleteRequest delete -> delete.toLDIFChangeRecord();
            default -> throw new IllegalArgumentException("Not a write: " + request);
        };
    }

    synchronized void makeDurable() {
        try {
            journal.endPage();
        } catch (IOException failure) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "The changes of the embedded directory '" + path + "' cannot be kept: " + failure, failure);
        }
    }

    void join() {
        users++;
    }

    /** Whether that was the last user. */
    boolean leave() {
        users--;
        return users == 0;
    }

    /** Folds the changes into the file. */
    synchronized void close() {
        try (journal) {
            boolean changed = journal.id() != null;
            if (changed) {
                file.replace(server, journal.id());
            }
            Files.deleteIfExists(journalPath);
            if (changed || journal.isEmpty()) {
                KeptContent.keep(path, tops, server);
            }
        } catch (IOException | LDAPException failure) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY, "The embedded directory '" + path
                    + "' cannot be written; its changes stay in '" + journalPath + "': " + failure, failure);
        }
    }
}
