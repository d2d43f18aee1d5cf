package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.DistinguishedName;

/** Whether the account may write what rules would write: asked of OpenLDAP by writes that it does not carry out. */
final class LdapRights {
    private static final String SUBJECT = "syncline-check-";

    private final LdapScope scope;
    private final EntrySample entries;
    private final NoOperation noOperation;

    LdapRights(Directory directory, LdapScope scope) {
        this.scope = scope;
        this.entries = new EntrySample(directory, scope);
        this.noOperation = new NoOperation(directory);
    }

    List<ConnectionFinding> findings(List<IntendedExport> exports, List<OfferedType> types) {
        if (!exports.isEmpty() && !noOperation.isUnderstood()) {
            return List.of(ConnectionFinding.notTested(Where.CONNECTOR,
                    "Whether the account may write could not be tested without writing: only OpenLDAP can be asked",
                    "compare its rights with what the rules export"));
        }
        List<ConnectionFinding> findings = new ArrayList<>();
        for (IntendedExport export : exports) {
            types.stream()
                    .filter(type -> type.name().equalsIgnoreCase(export.objectType()))
                    .forEach(type -> new OfType(type, export, findings).test());
        }
        return findings;
    }

    /** The tests of one object type. */
    private final class OfType {
        private final OfferedType type;
        private final IntendedExport export;
        private final List<ConnectionFinding> findings;
        private final SearchResultEntry sample;

        OfType(OfferedType type, IntendedExport export, List<ConnectionFinding> findings) {
            this.type = type;
            this.export = export;
            this.findings = findings;
            this.sample = sample();
        }

        /** An entry of those that rules write, or else any of the type; null for none. */
        private SearchResultEntry sample() {
            Filter filter = Filter.createEqualityFilter(LdapObjectType.OBJECT_CLASS, type.name());
            for (String container : export.containers()) {
                List<SearchResultEntry> found = entries.firstUnder(container, filter, "*");
                if (!found.isEmpty()) {
                    return found.getFirst();
                }
            }
            List<SearchResultEntry> found = entries.first(filter, 1, "*");
            return found.isEmpty() ? null : found.getFirst();
        }

        void test() {
            if (export.adds()) {
                containers().forEach(this::testAdd);
            }
            if (sample == null) {
                findings.add(ConnectionFinding.notTested(Where.type(type.name()),
                        "Whether the account may change '" + type.name() + "' could not be tested: there is none yet",
                        "check again when there is one"));
                return;
            }
            export.attributes().stream().sorted().forEach(this::testWrite);
            if (export.renames()) {
                judge(noOperation.of(new ModifyDNRequest(sample.getDN(), rdn(), true)), Where.type(type.name()),
                        "rename '" + sample.getDN() + "'", "entry,children");
            }
            if (export.deletes()) {
                judge(noOperation.of(new DeleteRequest(sample.getDN())), Where.type(type.name()),
                        "delete '" + sample.getDN() + "'", "entry,children");
            }
        }

        private Collection<String> containers() {
            return export.containers().isEmpty() ? scope.bases() : export.containers().stream().sorted().toList();
        }

        private void testAdd(String container) {
            String rdn = rdn();
            AddRequest add = new AddRequest(rdn + "," + container, required(rdn));
            NoOperation.Outcome outcome = noOperation.of(add);
            if (outcome instanceof NoOperation.Outcome.Unknown unknown
                    && unknown.code().equals(ResultCode.NO_SUCH_OBJECT)) {
                findings.add(ConnectionFinding.warning(Where.type(type.name()),
                        "The container '" + container + "', in which rules create '" + type.name()
                                + "', does not exist",
                        "create it, or correct the <dn> of the rule"));
            } else {
                judge(outcome, Where.type(type.name()), "create '" + type.name() + "' in '" + container + "'",
                        "entry,children");
            }
        }

        private String rdn() {
            String attribute = sample == null ? namingAttribute() : rdnOf(sample).getAttributeNames()[0];
            return new RDN(attribute, SUBJECT + UUID.randomUUID()).toString();
        }

        private String namingAttribute() {
            return type.attributes().stream()
                    .filter(OfferedAttribute::required)
                    .map(OfferedAttribute::name)
                    .findFirst()
                    .orElse("cn");
        }

        private List<Attribute> required(String rdn) {
            List<Attribute> attributes =
                    new ArrayList<>(List.of(new Attribute(LdapObjectType.OBJECT_CLASS, type.name())));
            int equals = rdn.indexOf('=');
            String naming = rdn.substring(0, equals);
            attributes.add(new Attribute(naming, rdn.substring(equals + 1)));
            type.attributes().stream()
                    .filter(attribute -> attribute.required() && !attribute.name().equalsIgnoreCase(naming))
                    .map(attribute -> new Attribute(attribute.name(), example(attribute)))
                    .forEach(attributes::add);
            return attributes;
        }

        private void testWrite(String column) {
            OfferedAttribute attribute = type.attribute(column).filter(OfferedAttribute::isWritable).orElse(null);
            if (attribute != null) {
                // what is there already, where something is: even carried out this would change nothing
                Modification modification = sample.hasAttribute(column)
                        ? new Modification(ModificationType.REPLACE, column,
                                sample.getAttribute(column).getRawValues())
                        : new Modification(ModificationType.ADD, column, example(attribute));
                judge(noOperation.of(new ModifyRequest(sample.getDN(), modification)),
                        Where.attribute(type.name(), column),
                        "write '" + column + "' of '" + type.name() + "' (tried on '" + sample.getDN() + "')", column);
            }
        }

        /** A value that its syntax allows. */
        private String example(OfferedAttribute attribute) {
            return switch (attribute.type()) {
                case STRING, BINARY -> SUBJECT + "1";
                case INTEGER -> "1";
                case BOOLEAN -> "TRUE";
                case DATE -> "20000101000000Z";
                case REFERENCE -> scope.bases().getFirst();
            };
        }

        private void judge(NoOperation.Outcome outcome, Where where, String what, String granted) {
            switch (outcome) {
                case NoOperation.Outcome.Allowed() -> {
                    // nothing is to be said
                }
                case NoOperation.Outcome.Denied() -> findings.add(ConnectionFinding.error(where,
                        "The account may not " + what,
                        "give it the right: access to dn.subtree=\"" + place() + "\" attrs=" + granted
                                + " by dn.exact=\"<bind-dn>\" write (olcAccess, before rules that deny it)"));
                case NoOperation.Outcome.Unknown(ResultCode code, String words) -> findings.add(
                        ConnectionFinding.notTested(where,
                                "Whether the account may " + what + " could not be tested (" + words + ")", null));
            }
        }

        private String place() {
            return export.containers().size() == 1
                    ? export.containers().iterator().next()
                    : sample == null ? scope.bases().getFirst() : DistinguishedName.parent(sample.getDN());
        }
    }

    private static RDN rdnOf(SearchResultEntry entry) {
        try {
            return entry.getRDN();
        } catch (LDAPException malformed) {
            throw new IllegalStateException("The server names an entry '" + entry.getDN() + "'", malformed);
        }
    }
}
