package org.syncline.examples;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.connectors.testkit.samba.SambaServer;

/** A domain on a real domain controller, and a way into it beside the program. */
record ServedDomain(SambaServer server, LDAPConnection connection) implements AutoCloseable {
    /** Of the accounts that tests make. */
    static final String PASSWORD = "Some pass word 1";

    /** The domain of this name; skips the test where there is no Samba. */
    static ServedDomain named(String domain) {
        SambaServer server = SambaServer.shared(domain);
        try {
            SSLUtil tls = new SSLUtil(new PEMFileTrustManager(server.certificate().toFile()));
            LDAPConnection connection = new LDAPConnection(tls.createSSLSocketFactory(), server.address(), 636);
            connection.bind(server.administrator(), server.password());
            return new ServedDomain(server, connection);
        } catch (GeneralSecurityException | LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A name below the head of the domain. */
    String dn(String relative) {
        return relative + "," + server.baseDn();
    }

    void addUnit(String dn) {
        add(dn, new Attribute("objectClass", "organizationalUnit"));
    }

    /** An account that can log on. */
    void addUser(String dn, String name, Attribute... others) {
        Entry user = new Entry(dn, new Attribute("objectClass", "user"), new Attribute("sAMAccountName", name),
                new Attribute("userAccountControl", "66048"),
                new Attribute("unicodePwd", ('"' + PASSWORD + '"').getBytes(StandardCharsets.UTF_16LE)));
        for (Attribute other : others) {
            user.addAttribute(other);
        }
        attempt(() -> connection.add(user));
    }

    void add(String dn, Attribute... attributes) {
        attempt(() -> connection.add(dn, attributes));
    }

    void set(String dn, String attribute, String... values) {
        modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
    }

    void modify(String dn, Modification... modifications) {
        attempt(() -> connection.modify(dn, modifications));
    }

    void rename(String dn, String rdn, String parent) {
        attempt(() -> connection.modifyDN(dn, rdn, true, parent));
    }

    void delete(String dn) {
        attempt(() -> connection.delete(dn));
    }

    void deleteTree(String dn) {
        DeleteRequest all = new DeleteRequest(dn);
        all.addControl(new SubtreeDeleteRequestControl());
        attempt(() -> connection.delete(all));
    }

    /**
     * Gives rights on an object, and what is below it, to an account.
     *
     * @param entries of the access control list, with %s for the account, in the security descriptor definition language
     */
    void grant(String account, String dn, String entries) {
        server.administer("dsacl", "set", "--objectdn=" + dn, "--sddl=" + entries.replace("%s", sid(account)));
    }

    /** Lets an account list and read what was deleted. */
    void showDeleted(String account) {
        server.secure(dn("CN=Deleted Objects"), "O:BAG:SYD:PAI(A;;LCRP;;;" + sid(account)
                + ")(A;;RPWPCRCCDCLCLORCWOWDSDSW;;;SY)(A;;RPLC;;;BA)");
    }

    private String sid(String account) {
        return sid(account(account).getAttributeValueBytes("objectSid"));
    }

    /** MS-DTYP 2.4.2. */
    private static String sid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder("S-").append(bytes[0]).append('-').append(bytes[7]);
        for (int at = 8; at < bytes.length; at += Integer.BYTES) {
            text.append('-').append(Integer.toUnsignedLong(buffer.getInt(at)));
        }
        return text.toString();
    }

    /** The only account of this name. */
    Entry account(String name) {
        Map<String, Entry> found = below(server.baseDn(), Filter.createEqualityFilter("sAMAccountName", name));
        if (found.size() != 1) {
            throw new AssertionError(name + ": " + found.keySet());
        }
        return found.values().iterator().next();
    }

    /** Null if there is none. */
    Entry entry(String dn) {
        try {
            return connection.getEntry(dn);
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What lies below a name, by name. */
    Map<String, Entry> below(String dn, Filter filter) {
        try {
            Map<String, Entry> entries = new TreeMap<>();
            for (SearchResultEntry entry : connection.search(dn, SearchScope.SUB, filter).getSearchEntries()) {
                entries.put(entry.getDN(), entry);
            }
            return entries;
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    /** When each object below a name was last written, in the domain controller's own count. */
    Map<String, String> writes(String dn) {
        Map<String, String> writes = new TreeMap<>();
        below(dn, Filter.createPresenceFilter("objectClass"))
                .forEach((name, entry) -> writes.put(name, entry.getAttributeValue("uSNChanged")));
        return writes;
    }

    /** What may fail. */
    private interface Attempt {
        void run() throws LDAPException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
