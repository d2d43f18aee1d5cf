package org.syncline.examples;

import static java.util.stream.Collectors.toMap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an embedded directory holds, by the LDIF file it is kept in. */
record DirectoryFile(Path path) {

    /** All entries by DN. */
    Map<String, Entry> entries() {
        try {
            return LDIFReader.readEntries(path.toFile()).stream()
                    .collect(toMap(Entry::getDN, entry -> entry, (one, other) -> other, TreeMap::new));
        } catch (IOException | LDIFException failure) {
            throw new AssertionError(failure);
        }
    }

    List<Entry> people() {
        return of("inetOrgPerson");
    }

    List<Entry> groups() {
        return of("groupOfNames");
    }

    private List<Entry> of(String objectClass) {
        return entries().values().stream().filter(entry -> entry.hasObjectClass(objectClass)).toList();
    }
}
