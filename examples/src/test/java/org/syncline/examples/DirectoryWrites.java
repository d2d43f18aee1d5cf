package org.syncline.examples;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Set;

/** How many writing operations a server has carried out, as it says itself. */
final class DirectoryWrites implements AutoCloseable {
    private static final Set<String> WRITING = Set.of("Add", "Modify", "Modrdn", "Delete");
    private final LDAPConnection connection;

    /** @param server that was started with the feature MONITOR */
    DirectoryWrites(ServedDirectory server) {
        connection = server.connect();
    }

    long count() {
        try {
            return connection.search("cn=Operations,cn=Monitor", SearchScope.ONE, "(objectClass=*)", "cn",
                    "monitorOpCompleted").getSearchEntries().stream()
                    .filter(entry -> WRITING.contains(entry.getAttributeValue("cn")))
                    .mapToLong(DirectoryWrites::completed)
                    .sum();
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    private static long completed(SearchResultEntry entry) {
        return entry.getAttributeValueAsLong("monitorOpCompleted");
    }

    @Override
    public void close() {
        connection.close();
    }
}
