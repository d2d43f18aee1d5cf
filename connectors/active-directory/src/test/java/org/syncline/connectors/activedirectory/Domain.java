package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.samba.SambaServer;
import org.syncline.schema.identity.Partitions;

/** An organizational unit of its own in the domain of a real domain controller, and a way into it around the connector. */
final class Domain implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SambaServer server;
    private final LDAPConnection connection;
    private final int number = NUMBER.incrementAndGet();
    private final String base;

    private Domain(SambaServer server, LDAPConnection connection) {
        this.server = server;
        this.connection = connection;
        this.base = "OU=unit" + number + "," + server.baseDn();
        addUnit(base);
    }

    static Domain open() {
        SambaServer server = SambaServer.shared();
        try {
            SSLUtil tls = new SSLUtil(new PEMFileTrustManager(server.certificate().toFile()));
            LDAPConnection connection = new LDAPConnection(tls.createSSLSocketFactory(), server.address(), 636);
            connection.bind(server.administrator(), server.password());
            return new Domain(server, connection);
        } catch (GeneralSecurityException | LDAPException failure) {
            throw new IllegalStateException(failure);
        }
    }

    SambaServer server() {
        return server;
    }

    String base() {
        return base;
    }

    /** Of this unit; what has to be unique in the domain bears it. */
    int number() {
        return number;
    }

    /** A password as a domain controller takes it. */
    static byte[] password(String text) {
        return ('"' + text + '"').getBytes(StandardCharsets.UTF_16LE);
    }

    /** A name under {@link #base}. */
    String dn(String relative) {
        return relative + "," + base;
    }

    ConnectorSettings settings(Map<String, String> others, ObjectTypeSettings... types) {
        Map<String, String> values = new HashMap<>(others);
        values.putIfAbsent("server", server.url());
        values.putIfAbsent("base", base);
        values.putIfAbsent("bind-dn", server.administrator());
        values.putIfAbsent("ca-file", server.certificate().toString());
        return new ConnectorSettings("ad", server.certificate().getParent(), values,
                Map.of("password", server.password()), List.of(types), Partitions.NONE);
    }

    Connector connect(Map<String, String> others, ObjectTypeSettings... types) {
        return new ActiveDirectoryConnectorFactory().open(settings(others, types));
    }

    void addUnit(String dn) {
        add(dn, new Attribute("objectClass", "organizationalUnit"));
    }

    void add(String dn, Attribute... attributes) {
        attempt(() -> connection.add(new AddRequest(dn, attributes)));
    }

    void modify(String dn, Modification... modifications) {
        attempt(() -> connection.modify(new ModifyRequest(dn, modifications)));
    }

    void rename(String dn, String rdn, String parent) {
        attempt(() -> connection.modifyDN(dn, rdn, true, parent));
    }

    void delete(String dn) {
        attempt(() -> connection.delete(new DeleteRequest(dn)));
    }

    /** Lets an account do something; as {@link Permissions#grant}. */
    void grant(String dn, String account, int mask, String right) {
        new Permissions(connection).grant(dn, account, mask, right);
    }

    /** Whether the password is that of the account. */
    boolean isPassword(String dn, String password) {
        try (LDAPConnection other = new LDAPConnection(connection.getSocketFactory(), server.address(), 636)) {
            other.bind(dn, password);
            return true;
        } catch (LDAPException refusal) {
            if (refusal.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return false;
            }
            throw new IllegalStateException(refusal);
        }
    }

    List<SearchResultEntry> search(Filter filter, String... attributes) {
        try {
            return connection.search(base, SearchScope.SUB, filter, attributes).getSearchEntries();
        } catch (LDAPSearchException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The entry with a name under {@link #base}. */
    SearchResultEntry entry(String dn, String... attributes) {
        try {
            return connection.getEntry(dn, attributes);
        } catch (LDAPException failure) {
            throw new IllegalStateException(Arrays.toString(attributes), failure);
        }
    }

    /** What may fail. */
    private interface Attempt {
        void run() throws LDAPException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (LDAPException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        DeleteRequest all = new DeleteRequest(base);
        all.addControl(new SubtreeDeleteRequestControl());
        attempt(() -> connection.delete(all));
        connection.close();
    }
}
