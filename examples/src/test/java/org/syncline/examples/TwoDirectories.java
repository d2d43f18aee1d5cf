package org.syncline.examples;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Two servers with one content and change logs of their own; the second gets what the first has when it is told to. */
final class TwoDirectories implements AutoCloseable {
    private static final String BASE = "dc=example,dc=test";
    private static final String SYNC = "cn=sync";
    private static final String PASSWORD = "secret-word";
    private static final int RECORDS = 10_000;

    private final InMemoryDirectoryServer first = start();
    private final InMemoryDirectoryServer second = start();

    private static InMemoryDirectoryServer start() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setMaxChangeLogEntries(RECORDS);
            config.addAdditionalBindCredentials(SYNC, PASSWORD);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: example");
            for (String unit : List.of("people", "north", "south", "groups")) {
                server.add("dn: ou=" + unit + "," + BASE, "objectClass: organizationalUnit", "ou: " + unit);
            }
            server.startListening();
            return server;
        } catch (LDAPException | LDIFException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Lets a configuration use them, the first for preference, by their change logs. */
    void replaceEmbeddedOf(ConfigurationFolder folder) {
        folder.replace("connectors/directory.xml", "embedded:.syncline/directory.ldif\"/>", """
                %s %s"/>
                    <setting name="bind-dn" value="%s"/>
                    <setting name="password" secret="directory"/>
                    <setting name="delta" value="changelog"/>""".formatted(url(first), url(second), SYNC));
    }

    Map<String, String> environment() {
        return Map.of("SYNCLINE_SECRET_DIRECTORY", PASSWORD);
    }

    private static String url(InMemoryDirectoryServer server) {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    void replicate() {
        try {
            String content =
                    first.search(BASE, SearchScope.SUB, "(objectClass=*)", "*", "+").getSearchEntries().stream()
                            .map(Entry::toLDIFString)
                            .collect(Collectors.joining("\n"));
            second.importFromLDIF(true,
                    new LDIFReader(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    void killFirst() {
        first.shutDown(true);
    }

    /** What the second one has of an object class. */
    List<Entry> ofSecond(String objectClass) {
        try {
            return List.copyOf(second.search(BASE, SearchScope.SUB, "(objectClass=" + objectClass + ")")
                    .getSearchEntries());
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        first.shutDown(true);
        second.shutDown(true);
    }
}
