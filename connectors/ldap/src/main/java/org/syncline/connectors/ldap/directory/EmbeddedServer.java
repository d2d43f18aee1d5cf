package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Sets up the library's in-memory directory: no socket, schema checked, entries found by {@code entryUUID} at once. That is the only
 * operational attribute kept: the others would make the directory a third larger, and the file unreadable.
 */
final class EmbeddedServer {
    private static final Schema SCHEMA = schema();

    private EmbeddedServer() {}

    static InMemoryDirectoryServer holding(DN... bases) throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(bases);
        config.setSchema(SCHEMA);
        config.setGenerateOperationalAttributes(false);
        config.setEqualityIndexAttributes(EntryIdentity.ATTRIBUTE);
        return new InMemoryDirectoryServer(config);
    }

    private static Schema schema() {
        try (InputStream additional = EmbeddedServer.class.getResourceAsStream("additional-schema.ldif")) {
            return Schema.mergeSchemas(Schema.getDefaultStandardSchema(), Schema.getSchema(additional));
        } catch (IOException | LDIFException | LDAPException failure) {
            throw new IllegalStateException("The schema of the embedded directory cannot be read", failure);
        }
    }
}
