package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.DistinguishedName;

/** Whether the account may read everything, and write what rules would write, as far as OpenLDAP can be asked without writing. */
final class LdapRights {
    private static final Filter ANY = Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS);
    private static final int MANY = 2_000;

    private final LdapScope scope;
    private final EntrySample entries;
    private final AbsentValue absent;
    private final boolean isOpenLdap;
    private final boolean createsContainers;

    LdapRights(Directory directory, LdapScope scope, boolean createsContainers) {
        this.createsContainers = createsContainers;
        this.scope = scope;
        this.entries = new EntrySample(directory, scope);
        this.absent = new AbsentValue(directory, scope.bases().getFirst());
        this.isOpenLdap = AbsentValue.tells(directory);
    }

    List<ConnectionFinding> findings(List<IntendedExport> exports, List<OfferedType> types) {
        if (!isOpenLdap) {
            return exports.isEmpty()
                    ? List.of()
                    : List.of(ConnectionFinding.notTested(Where.CONNECTOR,
                            "Whether the account may write could not be tested without writing: only OpenLDAP can be asked",
                            "compare its rights with what the rules export"));
        }
        List<ConnectionFinding> findings = new ArrayList<>();
        testLimit(findings);
        for (IntendedExport export : exports) {
            types.stream()
                    .filter(type -> type.name().equalsIgnoreCase(export.objectType()))
                    .forEach(type -> new OfType(type, export, findings).test());
        }
        return findings;
    }

    private void testLimit(List<ConnectionFinding> findings) {
        ObjectCount count = entries.count(ANY, MANY);
        if (!count.areAll() && count.found() < MANY) {
            findings.add(ConnectionFinding.error(Where.CONNECTOR,
                    "The server gives this account no more than " + count.found()
                            + " entries, so that a full import breaks off",
                    "raise its limit: limits dn.exact=\"<bind-dn>\" size=unlimited (olcLimits)"));
        }
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
                List<SearchResultEntry> found = entries.firstUnder(container, filter, "1.1");
                if (!found.isEmpty()) {
                    return found.getFirst();
                }
            }
            List<SearchResultEntry> found = entries.first(filter, 1, "1.1");
            return found.isEmpty() ? null : found.getFirst();
        }

        void test() {
            if (!createsContainers) {
                containers().stream().filter(container -> !entries.exists(container)).forEach(this::nameMissing);
            }
            testNames();
            if (sample != null) {
                export.attributes().stream().sorted().forEach(this::testWrite);
            } else if (!export.attributes().isEmpty()) {
                findings.add(ConnectionFinding.notTested(Where.type(type.name()),
                        "Whether the account may change '" + type.name() + "' could not be tested: there is none yet",
                        "check again when there is one"));
            }
        }

        private void nameMissing(String container) {
            findings.add(ConnectionFinding.warning(Where.type(type.name()),
                    "The container '" + container + "', into which rules put '" + type.name() + "', does not exist",
                    "create it, correct the <dn> of the rule, or set create-missing-containers to true"));
        }

        /** There is no request that fails for certain and yet tells the rights. */
        private void testNames() {
            if (export.adds() || export.renames() || export.deletes()) {
                findings.add(ConnectionFinding.notTested(Where.type(type.name()),
                        "Whether the account may create, rename and delete '" + type.name()
                                + "' could not be tested without doing it",
                        "let it write the attributes entry and children of what is under "
                                + String.join(" and ", containers())));
            }
        }

        private Collection<String> containers() {
            return export.containers().isEmpty() ? scope.bases() : export.containers().stream().sorted().toList();
        }

        private void testWrite(String column) {
            type.attribute(column).filter(OfferedAttribute::isWritable)
                    .ifPresent(attribute -> judge(absent.deletedFrom(sample.getDN(), attribute), attribute));
        }

        private void judge(AbsentValue.Outcome outcome, OfferedAttribute attribute) {
            Where where = Where.attribute(type.name(), attribute.name());
            String what = "write '" + attribute.name() + "' of '" + type.name() + "'";
            switch (outcome) {
                case AbsentValue.Outcome.Allowed() -> {
                    // nothing is to be said
                }
                case AbsentValue.Outcome.Denied() -> findings.add(ConnectionFinding.error(where,
                        "The account may not " + what + " (tried on '" + sample.getDN() + "')",
                        "give it the right: access to dn.subtree=\"" + DistinguishedName.parent(sample.getDN())
                                + "\" attrs=" + attribute.name() + " by dn.exact=\"<bind-dn>\" write (olcAccess)"));
                case AbsentValue.Outcome.Unknown(String why) -> findings.add(ConnectionFinding.notTested(where,
                        "Whether the account may " + what + " could not be tested (" + why + ")", null));
            }
        }
    }
}
