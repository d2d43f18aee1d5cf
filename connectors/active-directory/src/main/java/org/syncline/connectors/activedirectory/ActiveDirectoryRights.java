package org.syncline.connectors.activedirectory;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.discovery.EntrySample;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.ObjectGuid;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.schema.identity.DistinguishedName;

/**
 * Whether the account may do what is wanted. A domain controller computes for who asks which children and attributes it may write; the
 * rest is read out of security descriptors, as far as the account may read those.
 */
final class ActiveDirectoryRights {
    private static final String CHILDREN = "allowedChildClassesEffective";
    private static final String ATTRIBUTES = "allowedAttributesEffective";
    private static final String DESCRIPTOR = "nTSecurityDescriptor";
    private static final String PASSWORD = "unicodePwd";
    private static final byte[] RESET_PASSWORD = ObjectGuid.bytes("00299570-246d-11d0-a768-00aa006e0529");
    private static final byte[] REPLICATE = ObjectGuid.bytes("1131f6aa-9c07-11d1-f79f-00c04fc2dcd2");
    private static final Filter ANY = Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS);

    /** Asks for the access control entries alone (MS-ADTS 3.1.1.3.4.1.11): the rest of a descriptor needs more rights. */
    private static final Control ENTRIES_ONLY = new Control("1.2.840.113556.1.4.801", true,
            new ASN1OctetString(new ASN1Sequence(new ASN1Integer(4)).encode()));

    private final DirectoryContent content;
    private final ActiveDirectoryDelta delta;
    private final EntrySample entries;
    private final boolean createsContainers;
    private final List<ConnectionFinding> findings = new ArrayList<>();
    private Set<String> accounts;

    ActiveDirectoryRights(DirectoryContent content, ActiveDirectoryDelta delta, boolean createsContainers) {
        this.createsContainers = createsContainers;
        this.content = content;
        this.delta = delta;
        this.entries = new EntrySample(content.directory(), content.scope());
    }

    List<ConnectionFinding> findings(List<IntendedExport> exports) {
        findings.clear();
        testDelta();
        exports.forEach(export -> new OfType(export).test());
        return List.copyOf(findings);
    }

    private void testDelta() {
        List<String> domains = delta.readsDeltas() ? new TouchedObjects(content).domains() : List.of();
        switch (delta) {
            case NONE -> {
                // nothing needs a right
            }
            case DIRSYNC ->
                    domains.forEach(domain -> judge(allows(domain, SecurityDescriptor.CONTROL_ACCESS, REPLICATE),
                            Where.setting("delta"), "replicate the changes of '" + domain + "', which 'dirsync' needs",
                            "dsacls \"" + domain + "\" /G \"ACCOUNT:CA;Replicating Directory Changes\", or choose"
                                    + " 'dirsync-visible'"));
            case DIRSYNC_VISIBLE, USN -> testSight(domains);
        }
    }

    private void testSight(List<String> domains) {
        try {
            DeletedObjects.demandSight(delta.name().toLowerCase(Locale.ROOT).replace('_', '-'), domains, content);
        } catch (ConnectorException refusal) {
            findings.add(ConnectionFinding.error(Where.setting("delta"), refusal.getMessage(), null));
        }
    }

    /** The tests of what is written to one object type. */
    private final class OfType {
        private final IntendedExport export;
        private final Where where;
        private final Entry sample;

        OfType(IntendedExport export) {
            this.export = export;
            this.where = Where.type(export.objectType());
            this.sample = sample();
        }

        /** An object of those that rules write, or else any of the type; null for none. */
        private Entry sample() {
            Filter filter = ActiveDirectoryTypes.filter(export.objectType());
            for (String container : export.containers()) {
                List<SearchResultEntry> found = entries.firstUnder(container, filter, ATTRIBUTES);
                if (!found.isEmpty()) {
                    return found.getFirst();
                }
            }
            List<SearchResultEntry> found = entries.first(filter, 1, ATTRIBUTES);
            return found.isEmpty() ? null : found.getFirst();
        }

        void test() {
            if (export.adds()) {
                places().forEach(this::testCreation);
            }
            if (sample == null) {
                findings.add(ConnectionFinding.notTested(where, "Whether the account may change '"
                        + export.objectType() + "' could not be tested: there is none yet",
                        "check again when there is one"));
                return;
            }
            testAttributes();
            if (export.deletes() || export.renames()) {
                judge(mayDelete(), where, (export.deletes() ? "delete '" : "move '") + sample.getDN() + "'",
                        dsacls(":SDDT;;" + export.objectType()));
            }
        }

        private Collection<String> places() {
            return export.containers().isEmpty()
                    ? content.scope().bases()
                    : export.containers().stream().sorted().toList();
        }

        private void testCreation(String container) {
            Entry place = read(container, CHILDREN);
            if (place == null && createsContainers) {
                return;
            }
            if (place == null) {
                findings.add(ConnectionFinding.warning(where, "The container '" + container
                        + "', into which rules put '" + export.objectType() + "', does not exist",
                        "create it, correct the <dn> of the rule, or set create-missing-containers to true"));
            } else {
                judge(holds(place, CHILDREN, export.objectType()), where,
                        "create '" + export.objectType() + "' in '" + container + "'",
                        "dsacls \"" + container + "\" /I:T /G \"ACCOUNT:CC;" + export.objectType() + "\"");
            }
        }

        private void testAttributes() {
            for (String column : export.attributes().stream().sorted().toList()) {
                if (column.equalsIgnoreCase(PASSWORD)) {
                    judge(allows(sample.getDN(), SecurityDescriptor.CONTROL_ACCESS, RESET_PASSWORD),
                            Where.attribute(export.objectType(), column),
                            "reset the password of '" + sample.getDN() + "'",
                            dsacls(":CA;Reset Password;" + export.objectType()));
                } else if (!column.equalsIgnoreCase(LdapObjectType.OBJECT_CLASS) && !isName(column)) {
                    judge(holds(sample, ATTRIBUTES, column), Where.attribute(export.objectType(), column),
                            "write '" + column + "' of '" + export.objectType() + "' (looked at '" + sample.getDN()
                                    + "')",
                            dsacls(":WP;" + column + ";" + export.objectType()));
                }
            }
        }

        /** What is in the name is written with it. */
        private boolean isName(String column) {
            return DistinguishedName.rdn(sample.getDN()).toLowerCase(Locale.ROOT)
                    .startsWith(column.toLowerCase(Locale.ROOT) + "=");
        }

        private Boolean mayDelete() {
            Boolean itself = allows(sample.getDN(), SecurityDescriptor.DELETE, null);
            return Boolean.TRUE.equals(itself)
                    ? itself
                    : allows(DistinguishedName.parent(sample.getDN()), SecurityDescriptor.DELETE_CHILD, null);
        }

        private String dsacls(String grant) {
            String container = export.containers().size() == 1
                    ? export.containers().iterator().next()
                    : content.scope().bases().getFirst();
            return "dsacls \"" + container + "\" /I:S /G \"ACCOUNT" + grant + "\"";
        }
    }

    private static boolean holds(Entry entry, String attribute, String name) {
        String[] values = entry.getAttributeValues(attribute);
        return values != null && Arrays.stream(values).anyMatch(name::equalsIgnoreCase);
    }

    /** @param allowed null where it could not be found out */
    private void judge(Boolean allowed, Where place, String what, String grant) {
        if (allowed == null) {
            findings.add(ConnectionFinding.notTested(place, "Whether the account may " + what
                    + " could not be tested: it may not read the permissions",
                    "let it read them (dsacls ... /G ACCOUNT:RC)"));
        } else if (!allowed) {
            findings.add(ConnectionFinding.error(place, "The account may not " + what, "grant it: " + grant));
        }
    }

    /** Null where the account may not read the security descriptor. */
    private Boolean allows(String dn, int wanted, byte[] right) {
        Entry entry = read(dn, DESCRIPTOR);
        byte[] descriptor = entry == null ? null : entry.getAttributeValueBytes(DESCRIPTOR);
        return descriptor == null ? null : SecurityDescriptor.of(descriptor).allows(wanted, right, accounts());
    }

    /** The account and all groups it is in, as the domain controller sees this connection. */
    private Set<String> accounts() {
        if (accounts == null) {
            accounts = new HashSet<>();
            Entry root = read("", "tokenGroups");
            byte[][] found = root == null ? null : root.getAttributeValueByteArrays("tokenGroups");
            for (byte[] account : found == null ? new byte[0][] : found) {
                accounts.add(HexFormat.of().formatHex(account));
            }
        }
        return accounts;
    }

    /** Null if there is nothing of this name, or nothing the account may see. */
    private Entry read(String dn, String attribute) {
        SearchRequest request = new SearchRequest(dn, SearchScope.BASE, ANY, attribute);
        if (attribute.equals(DESCRIPTOR)) {
            request.addControl(ENTRIES_ONLY);
        }
        try {
            List<SearchResultEntry> found = content.directory().search(request);
            return found.isEmpty() ? null : found.getFirst();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return null;
            }
            throw ServerWords.brokenOff(dn, failure);
        }
    }
}
