package org.syncline.connectors.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.ldap.directory.Credentials;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.DirectoryServer;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.ldap.directory.Trust;
import org.syncline.connectors.spi.ConnectorSettings;

/** The library's directory as a server of the network, with a change log. */
final class LoggingServer implements AutoCloseable {
    private static final String SYNC = "cn=sync," + Servers.BASE;
    private static final String PASSWORD = "secret-word";

    private final InMemoryDirectoryServer server;

    /** @param records how many the log keeps; none for no log */
    LoggingServer(int records) {
        this(records, new ServerFaults());
    }

    /** @param faults what it does otherwise than it should */
    LoggingServer(int records, ServerFaults faults) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(Servers.BASE);
            config.setMaxChangeLogEntries(records);
            config.addAdditionalBindCredentials(SYNC, PASSWORD);
            config.addInMemoryOperationInterceptor(faults);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + Servers.BASE, "objectClass: domain", "dc: example");
            for (String container : List.of("people", "groups")) {
                server.add("dn: ou=" + container + "," + Servers.BASE, "objectClass: organizationalUnit");
            }
            server.startListening();
        } catch (LDAPException | LDIFException failure) {
            throw new IllegalStateException(failure);
        }
    }

    ConnectorSettings settings(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.put("server", "ldap://127.0.0.1:" + server.getListenPort());
        values.put("base", Servers.BASE);
        values.put("bind-dn", SYNC);
        return new ConnectorSettings("directory", Path.of("."), values, Map.of("password", PASSWORD), List.of());
    }

    Directory connect() {
        return DirectoryServer.connect(new ServerAddress("127.0.0.1", server.getListenPort(),
                ServerAddress.Encryption.NONE, new Trust.Installed(), new Credentials.Simple(SYNC, PASSWORD), 1,
                Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
