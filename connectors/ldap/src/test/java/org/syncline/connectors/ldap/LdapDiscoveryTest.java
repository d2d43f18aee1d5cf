package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.schema.identity.AttributeType;

/** What the embedded directory offers, whose subschema is that of the standards. */
class LdapDiscoveryTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writePeople() throws IOException {
        Files.writeString(folder.resolve("people.ldif"), """
                dn: ou=People,dc=example,dc=test
                objectClass: organizationalUnit
                ou: People

                dn: uid=ann,ou=People,dc=example,dc=test
                objectClass: inetOrgPerson
                uid: ann
                cn: Ann
                sn: Lee
                mail: ann@example.test
                mail: lee@example.test

                dn: uid=bob,ou=People,dc=example,dc=test
                objectClass: inetOrgPerson
                uid: bob
                cn: Bob
                sn: Orr
                manager: uid=ann,ou=People,dc=example,dc=test

                dn: cn=robot,ou=People,dc=example,dc=test
                objectClass: person
                cn: robot
                sn: robot
                """);
    }

    private Discovery discovery(String base) {
        return new LdapConnectorFactory().discover(new ConnectorSettings("directory", folder,
                Map.of("server", "embedded:directory.ldif", "embedded-start", "people.ldif", "base", base), Map.of(),
                List.of()));
    }

    private static OfferedType type(Discovery discovery, String name) {
        return discovery.types().stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    private static OfferedAttribute attribute(OfferedType type, String name) {
        return type.attribute(name).orElseThrow(() -> new AssertionError(type.name() + " has no " + name));
    }

    @Test
    void readsTypesOutOfSyntaxes() {
        try (Discovery discovery = discovery("dc=example,dc=test")) {
            OfferedType person = type(discovery, "inetOrgPerson");
            assertEquals(AttributeType.REFERENCE, attribute(person, "manager").type());
            assertEquals(AttributeType.BINARY, attribute(person, "jpegPhoto").type());
            assertEquals(AttributeType.STRING, attribute(person, "mail").type());
            assertEquals(AttributeType.DATE, attribute(person, "createTimestamp").type());
            assertEquals(AttributeType.REFERENCE,
                    attribute(type(discovery, "groupOfUniqueNames"), "uniqueMember").type());
        }
    }

    @Test
    void knowsHowManyValuesThereMayBeAndWhatIsDemanded() {
        try (Discovery discovery = discovery("dc=example,dc=test")) {
            OfferedType person = type(discovery, "inetOrgPerson");
            assertTrue(attribute(person, "mail").multiValued());
            assertFalse(attribute(person, "displayName").multiValued());
            assertTrue(attribute(person, "sn").required(), "a superior class demands it");
            assertFalse(attribute(person, "mail").required());
            assertFalse(attribute(person, "objectClass").required(), "the connector gives it");
        }
    }

    @Test
    void knowsWhatCanOnlyBeReadAndWhatOnlyWritten() {
        try (Discovery discovery = discovery("dc=example,dc=test")) {
            OfferedType person = type(discovery, "inetOrgPerson");
            assertEquals(OfferedAttribute.Access.READ_ONLY, attribute(person, "entryUUID").access());
            assertEquals(OfferedAttribute.Access.WRITE_ONLY, attribute(person, "userPassword").access());
            assertEquals(OfferedAttribute.Access.READ_WRITE, attribute(person, "mail").access());
            assertEquals(AttributeType.STRING, attribute(person, "userPassword").type());
            assertEquals(List.of("entryUUID"), person.anchors());
        }
    }

    @Test
    void saysWhichClassHasToBeTakenInAddition() {
        try (Discovery discovery = discovery("dc=example,dc=test")) {
            OfferedType unit = type(discovery, "organizationalUnit");
            assertTrue(unit.additions().contains("dcObject"), unit.additions().toString());
            assertEquals("dcObject", attribute(unit, "dc").addition());
            assertFalse(attribute(unit, "dc").required());
        }
    }

    @Test
    void countsObjectsOfExactlyOneType() {
        try (Discovery discovery = discovery("dc=example,dc=test")) {
            assertEquals(new ObjectCount(2, true), discovery.count(type(discovery, "inetOrgPerson"), 10));
            assertEquals(new ObjectCount(1, false), discovery.count(type(discovery, "inetOrgPerson"), 1));
            assertEquals(new ObjectCount(1, true), discovery.count(type(discovery, "person"), 10));
            assertEquals(new ObjectCount(0, true), discovery.count(type(discovery, "groupOfNames"), 10));
        }
    }

    @Test
    void seesWhichAttributesAreInUse() {
        try (Discovery discovery = discovery("dc=example,dc=test")) {
            OfferedType person = type(discovery, "inetOrgPerson");
            TypeUsage usage = discovery.usage(person, 10);
            assertEquals(2, usage.sampled());
            assertEquals(new TypeUsage.AttributeUsage(1, 2), usage.of(attribute(person, "mail")));
            assertEquals(new TypeUsage.AttributeUsage(2, 1), usage.of(attribute(person, "uid")));
            assertEquals(0, usage.of(attribute(person, "title")).objects());
        }
    }

    @Test
    void hasNothingToSayOfRightsThatNobodyLacks() {
        try (Discovery discovery = discovery("dc=example,dc=test")) {
            assertEquals(List.of(), discovery.rights(List.of(
                    new IntendedExport("inetOrgPerson", true, true, true, Set.of(), Set.of("mail")))));
        }
    }

    @Test
    void refusesABaseThatMakesNoSense() {
        assertEquals(ConnectorException.Code.INVALID_SETTING,
                assertThrows(ConnectorException.class, () -> discovery("nonsense")).code());
    }
}
