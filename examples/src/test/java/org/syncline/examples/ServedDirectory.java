package org.syncline.examples;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

/** A directory on a server of its own, in the place of an embedded one. */
record ServedDirectory(OpenLdapServer server) implements AutoCloseable {
    private static final String EMBEDDED = "value=\"embedded:[^\"]*\"/>(\\s*<setting name=\"embedded-start\"[^>]*>)?";

    /** Skips the test where there is no OpenLDAP. */
    static ServedDirectory start(OpenLdapFeature... features) {
        return new ServedDirectory(OpenLdapServer.start(features));
    }

    /** Lets a configuration write to this server; the password is the secret {@code directory}. */
    void replaceEmbeddedOf(ConfigurationFolder folder) {
        String file = "connectors/directory.xml";
        folder.write(file, folder.read(file).replaceFirst(EMBEDDED, """
                value="%s"/>
                    <setting name="bind-dn" value="%s"/>
                    <setting name="password" secret="directory"/>""".formatted(server.url(), server.rootDn())));
    }

    /** The program with what it must know of this server. */
    Launcher launcher() {
        return launcher(server.password());
    }

    Launcher launcher(String password) {
        return new Launcher(Map.of(
                "SYNCLINE_SECRET_DIRECTORY", password,
                "SYNCLINE_PARAMETER_BASE", server.baseDn(),
                "SYNCLINE_PARAMETER_DIRECTORY_BASE", server.baseDn()));
    }

    List<Entry> people() {
        return of("inetOrgPerson");
    }

    List<Entry> groups() {
        return of("groupOfNames");
    }

    List<Entry> units() {
        return of("organizationalUnit");
    }

    private List<Entry> of(String objectClass) {
        try (LDAPConnection connection = connect()) {
            return List.copyOf(connection
                    .search(server.baseDn(), SearchScope.SUB, "(objectClass=" + objectClass + ")").getSearchEntries());
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Adds an entry. */
    void add(String... ldif) {
        try (LDAPConnection connection = connect()) {
            connection.add(ldif);
        } catch (LDAPException | LDIFException failure) {
            throw new AssertionError(failure);
        }
    }

    LDAPConnection connect() {
        try {
            return new LDAPConnection("127.0.0.1", server.port(), server.rootDn(), server.password());
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
