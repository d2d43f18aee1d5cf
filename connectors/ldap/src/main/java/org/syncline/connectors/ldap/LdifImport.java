package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.syncline.connectors.ldap.entry.EntryReader;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportedChange;

/** Reads an LDIF file from its first to its last record. */
final class LdifImport implements ImportPages {
    private final Path file;
    private final int pageSize;
    private final Map<String, EntryReader> readers = new LinkedHashMap<>();
    private final Queue<EntryReader.Outcome> read = new ArrayDeque<>();
    private final LdifRecords records;
    private boolean closed;

    LdifImport(Path file, List<LdapObjectType> types, int pageSize) {
        this.file = file;
        this.pageSize = pageSize;
        types.forEach(type -> readers.put(type.type().name(), EntryReader.ofFile(type)));
        this.records = LdifRecords.open(file);
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import of '" + file + "' has been closed");
        }
        List<ImportedChange> changes = new ArrayList<>();
        List<DiscoveryError> errors = new ArrayList<>();
        while (changes.size() + errors.size() < pageSize && fetch()) {
            switch (read.remove()) {
                case EntryReader.Outcome.Read(ImportedChange.Whole object) -> changes.add(object);
                case EntryReader.Outcome.Unreadable(DiscoveryError error) -> errors.add(error);
                case EntryReader.Outcome.NotWanted() -> {}
            }
        }
        boolean atEnd = changes.isEmpty() && errors.isEmpty();
        return atEnd ? Optional.empty() : Optional.of(new ImportPage(changes, errors, Optional.empty()));
    }

    private boolean fetch() {
        try {
            while (read.isEmpty()) {
                LdifRecord next = records.next();
                if (next == null) {
                    return false;
                }
                understand(next);
            }
            return true;
        } catch (IOException failure) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "Reading '" + file + "' broke off: " + failure, failure);
        }
    }

    private void understand(LdifRecord next) {
        String place = file.getFileName() + ":" + next.line();
        try {
            Entry entry = next.entry();
            readers.forEach((objectClass, reader) -> {
                if (entry.hasObjectClass(objectClass)) {
                    read.add(reader.read(entry, place));
                }
            });
        } catch (LdifRecord.Unreadable unreadable) {
            DiscoveryError.Code code =
                    unreadable.isEncoding() ? DiscoveryError.Code.UNDECODABLE : DiscoveryError.Code.MALFORMED_ROW;
            String message = place + ": the record cannot be read: " + unreadable.getMessage();
            read.add(new EntryReader.Outcome.Unreadable(new DiscoveryError(code, null, null, place, message)));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            records.close();
        } catch (IOException failure) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY, "Cannot close '" + file + "'",
                    failure);
        }
    }
}
