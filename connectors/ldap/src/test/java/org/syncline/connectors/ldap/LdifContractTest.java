package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EmbeddedDirectories;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

/** The file is what an embedded directory would be if somebody exported it after each change. */
class LdifContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        Directory model = EmbeddedDirectories.open(folder.resolve("model.ldif"), Servers.BASE, null);
        ConnectorSettings settings =
                new ConnectorSettings("file", folder, Map.of("file", "content.ldif"), Map.of(), List.of());
        return new LdapContractSystem(new LdifConnectorFactory(), settings, model, () -> write(model), () -> {});
    }

    private void write(Directory model) {
        Filter everything = Filter.createPresenceFilter("objectClass");
        try (LDIFWriter writer = new LDIFWriter(folder.resolve("content.ldif").toFile())) {
            writer.setWrapColumn(76);
            SearchRequest search = new SearchRequest(Servers.BASE, SearchScope.SUB, everything, "*", "+");
            for (SearchResultEntry entry : model.search(search)) {
                writer.writeEntry(entry);
            }
        } catch (IOException | LDAPException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
