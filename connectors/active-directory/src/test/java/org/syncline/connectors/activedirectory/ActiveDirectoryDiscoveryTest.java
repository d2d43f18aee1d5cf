package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Severity;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedAttribute.Access;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.schema.identity.AttributeType;

/** What a domain offers, and what it lets an account do that has been granted nothing, and then everything it needs. */
class ActiveDirectoryDiscoveryTest {
    private static final String PASSWORD = "Some pass word 1";
    private static final Attribute DISABLED = new Attribute("userAccountControl", "514");
    private static final int CONTROL = SecurityDescriptor.CONTROL_ACCESS;
    private static final int CREATE_CHILD = 0x1;
    private static final int WRITE_PROPERTY = 0x20;
    private Domain domain;
    private String account;

    @BeforeEach
    void makeAccount() {
        domain = Domain.open();
        account = domain.dn("CN=sync");
        domain.add(account, Accounts.objectClass("user"), new Attribute("sAMAccountName", "sync" + domain.number()),
                new Attribute("unicodePwd", Domain.password(PASSWORD)), new Attribute("userAccountControl", "512"));
        domain.addUnit(domain.dn("OU=people"));
        domain.add(domain.dn("CN=ann,OU=people"), Accounts.objectClass("user"),
                new Attribute("sAMAccountName", "ann" + domain.number()), DISABLED,
                new Attribute("proxyAddresses", "SMTP:ann@x", "smtp:lee@x"));
        domain.add(domain.dn("CN=printers,OU=people"), Accounts.objectClass("computer"),
                new Attribute("sAMAccountName", "prn" + domain.number() + "$"));
    }

    @AfterEach
    void close() {
        domain.close();
    }

    private Discovery asAdministrator() {
        return new ActiveDirectoryConnectorFactory().discover(domain.settings(Map.of()));
    }

    private List<ConnectionFinding> rights(String delta, IntendedExport... exports) {
        ConnectorSettings settings = domain.settings(Map.of("bind-dn", account, "delta", delta));
        ConnectorSettings own = new ConnectorSettings(settings.connector(), settings.folder(), settings.values(),
                Map.of("password", PASSWORD), settings.objectTypes());
        try (Discovery discovery = new ActiveDirectoryConnectorFactory().discover(own)) {
            return discovery.rights(List.of(exports));
        }
    }

    private IntendedExport people(String... attributes) {
        return new IntendedExport("user", true, true, true, Set.of(domain.dn("OU=people")), Set.of(attributes));
    }

    private static List<String> said(List<ConnectionFinding> findings) {
        return findings.stream().map(ConnectionFinding::what).toList();
    }

    private static OfferedType type(Discovery discovery, String name) {
        return discovery.types().stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    private static OfferedAttribute attribute(OfferedType type, String name) {
        return type.attribute(name).orElseThrow(() -> new AssertionError(type.name() + " has no " + name));
    }

    @Test
    void knowsWhatTheSchemaOfTheForestSays() {
        try (Discovery discovery = asAdministrator()) {
            OfferedType user = type(discovery, "user");
            assertEquals(List.of("objectGUID"), user.anchors());
            assertEquals(AttributeType.REFERENCE, attribute(user, "manager").type());
            assertFalse(attribute(user, "manager").multiValued());
            assertTrue(attribute(user, "proxyAddresses").multiValued(), "an auxiliary class brings it");
            assertEquals(AttributeType.DATE, attribute(user, "accountExpires").type(),
                    "a large integer that is a date");
            assertEquals(AttributeType.INTEGER, attribute(user, "uSNChanged").type());
            assertEquals(AttributeType.DATE, attribute(user, "whenCreated").type());
            assertEquals(AttributeType.BINARY, attribute(user, "objectSid").type());
            assertTrue(attribute(user, "sAMAccountName").required());
            assertFalse(attribute(user, "cn").required(), "the name gives it");
        }
    }

    @Test
    void knowsWhatOnlyTheSystemWrites() {
        try (Discovery discovery = asAdministrator()) {
            OfferedType user = type(discovery, "user");
            assertEquals(Access.READ_ONLY, attribute(user, "objectGUID").access(), "system only");
            assertEquals(Access.READ_ONLY, attribute(user, "memberOf").access(), "the far end of a link");
            assertEquals(Access.READ_ONLY, attribute(user, "tokenGroups").access(), "computed");
            assertEquals(Access.READ_ONLY, attribute(user, "lastLogon").access(), "kept by the accounts database");
            assertEquals(Access.WRITE_ONLY, attribute(user, "unicodePwd").access());
            assertEquals(Access.READ_WRITE, attribute(type(discovery, "group"), "member").access());
        }
    }

    @Test
    void countsUsersWithoutComputersAndSeesWhatTheyUse() {
        try (Discovery discovery = asAdministrator()) {
            OfferedType user = type(discovery, "user");
            assertEquals(new ObjectCount(2, true), discovery.count(user, 10));
            assertEquals(new ObjectCount(1, true), discovery.count(type(discovery, "computer"), 10));
            TypeUsage usage = discovery.usage(user, 10);
            assertEquals(new TypeUsage.AttributeUsage(1, 2), usage.of(attribute(user, "proxyAddresses")));
            assertEquals(2, usage.of(attribute(user, "sAMAccountName")).objects());
        }
    }

    @Test
    void countsNothingThatTheSystemKeepsForItself() {
        Map<String, String> all = Map.of("base", domain.server().baseDn());
        try (Discovery discovery = new ActiveDirectoryConnectorFactory().discover(domain.settings(all))) {
            assertEquals(0, discovery.count(type(discovery, "ipsecPolicy"), 10).found());
            assertEquals(new ObjectCount(10, false), discovery.count(type(discovery, "group"), 10));
        }
    }

    @Test
    void eachMissingRightIsNamedAndOnceGrantedIsNoFinding() {
        IntendedExport people = people("displayName", "unicodePwd", "cn");
        String unit = domain.dn("OU=people");
        String ann = domain.dn("CN=ann,OU=people");
        List<ConnectionFinding> missing = rights("dirsync", people);
        assertEquals(List.of(
                "The account may not replicate the changes of '" + domain.server().baseDn()
                        + "', which 'dirsync' needs",
                "The account may not create 'user' in '" + unit + "'",
                "The account may not write 'displayName' of 'user' (looked at '" + ann + "')",
                "The account may not reset the password of '" + ann + "'",
                "The account may not delete '" + ann + "'"), said(missing));
        assertTrue(missing.stream().allMatch(finding -> finding.severity() == Severity.ERROR));
        assertEquals("grant it: dsacls \"" + unit + "\" /I:S /G \"ACCOUNT:WP;displayName;user\"",
                missing.get(2).advice());

        domain.grant(domain.server().baseDn(), account, CONTROL, "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2");
        domain.grant(unit, account, CREATE_CHILD, "bf967aba-0de6-11d0-a285-00aa003049e2");
        domain.grant(ann, account, WRITE_PROPERTY, "bf967953-0de6-11d0-a285-00aa003049e2");
        assertEquals(List.of("The account may not reset the password of '" + ann + "'",
                "The account may not delete '" + ann + "'"), said(rights("dirsync", people)));
        domain.grant(ann, account, CONTROL, "00299570-246d-11d0-a768-00aa006e0529");
        domain.grant(ann, account, SecurityDescriptor.DELETE, null);
        assertEquals(List.of(), rights("dirsync", people));
        assertEquals(1, domain.search(Filter.createEqualityFilter("sAMAccountName", "ann" + domain.number())).size(),
                "it was only asked, not done");
    }

    @Test
    void whoDoesNotSeeDeletedObjectsIsToldSo() {
        List<ConnectionFinding> findings = rights("usn");
        assertEquals(1, findings.size());
        assertEquals("delta", findings.getFirst().where().setting());
        assertTrue(findings.getFirst().what().contains("Deleted Objects"), findings.getFirst().what());
    }

    @Test
    void aContainerThatIsNotThereAndATypeWithoutObjectsAreNamed() {
        IntendedExport contacts = new IntendedExport("contact", true, false, false,
                Set.of(domain.dn("OU=elsewhere")), Set.of("mail"));
        List<ConnectionFinding> findings = rights("none", contacts);
        assertEquals(List.of(Severity.WARNING, Severity.NOT_TESTED),
                findings.stream().map(ConnectionFinding::severity).toList());
        assertTrue(findings.getFirst().what().contains("'" + domain.dn("OU=elsewhere") + "'"));
    }
}
