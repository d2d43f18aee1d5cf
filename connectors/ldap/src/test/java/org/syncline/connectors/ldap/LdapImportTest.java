package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings.RowFilter;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

class LdapImportTest {
    private static final String CONTENT = """
            dn: dc=example,dc=test
            objectClass: domain
            dc: example

            dn: cn=Ann,dc=example,dc=test
            objectClass: inetOrgPerson
            cn: Ann
            sn: One
            employeeNumber: 1
            departmentNumber: A|\\B

            dn: cn=Bob,dc=example,dc=test
            objectClass: inetOrgPerson
            cn: Bob
            sn: Two
            employeeNumber: two
            departmentNumber: A

            dn: cn=Cid,dc=example,dc=test
            objectClass: inetOrgPerson
            cn: Cid
            sn: Three
            sn: Drei
            employeeNumber: 3
            departmentNumber: A

            dn: cn=Dan,dc=example,dc=test
            objectClass: inetOrgPerson
            cn: Dan
            sn: Four
            employeeNumber: 1
            departmentNumber: A

            dn: cn=Eve,dc=example,dc=test
            objectClass: inetOrgPerson
            cn: Eve
            sn: Five
            departmentNumber: A
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("d.ldif"), CONTENT);
    }

    @Test
    void whatCannotBeReadIsReportedAndTheOthersGoOn() {
        try (Connector connector = open("entryUUID")) {
            assertEquals(List.of("Ann", "Dan", "Eve"),
                    People.objects(connector).stream().map(object -> object.attributes().text("cn")).toList());
            List<DiscoveryError> errors = People.errors(connector);
            assertEquals("cn=Bob,dc=example,dc=test: attribute 'employeeNumber' cannot be read as integer: "
                    + "its value 'two' is no whole number of 64 bits", errors.get(0).message());
            assertEquals("cn=Cid,dc=example,dc=test: attribute 'sn' has 2 values but is declared to have one; "
                    + "declare it multi-valued", errors.get(1).message());
            assertTrue(errors.stream().allMatch(error -> error.anchor() != null));
        }
    }

    @Test
    void missingAndRepeatedAnchorsAreReported() {
        try (Connector connector = open("employeeNumber")) {
            assertEquals(
                    List.of(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE,
                            DiscoveryError.Code.DUPLICATE_ANCHOR, DiscoveryError.Code.MISSING_ANCHOR),
                    People.errors(connector).stream().map(DiscoveryError::code).toList());
        }
    }

    @Test
    void theDistinguishedNameCanBeTheAnchor() {
        try (Connector connector = open("dn")) {
            ImportedChange.Whole ann = People.objects(connector).getFirst();
            assertEquals(new Anchor("cn=Ann,dc=example,dc=test"), ann.anchor());
            assertEquals(ann, connector.readOne("inetOrgPerson", ann.anchor(), null).orElseThrow());
        }
    }

    @Test
    void severalAttributesCanBeTheAnchor() {
        try (Connector connector = open("departmentNumber", "employeeNumber")) {
            ImportedChange.Whole ann = People.objects(connector).getFirst();
            assertEquals(Anchor.of(List.of("A|\\B", "1")), ann.anchor());
            assertEquals(ann, connector.readOne("inetOrgPerson", ann.anchor(), null).orElseThrow());
        }
    }

    @Test
    void anAnchorOfTwoEntriesIsNotReadAsOneOfThem() {
        try (Connector connector = open("employeeNumber")) {
            ConnectorException refusal = assertThrows(ConnectorException.class,
                    () -> connector.readOne("inetOrgPerson", new Anchor("1"), null));
            assertTrue(refusal.getMessage().contains("2 entries"), refusal.getMessage());
        }
    }

    @Test
    void whatLiesOutsideTheBaseIsNotRead() {
        try (Connector connector = open("entryUUID")) {
            assertTrue(connector.readOne("inetOrgPerson", null, "cn=Ann,dc=elsewhere").isEmpty());
        }
    }

    @Test
    void readsOnlyWhatItIsToReadByAnyAttributeOfTheDirectory() {
        RowFilter onlyA = column -> "A".equals(column.apply("departmentNumber")) && !"Two".equals(column.apply("sn"));
        try (Connector connector = open(onlyA, "entryUUID")) {
            assertEquals(List.of("Dan", "Eve"),
                    People.objects(connector).stream().map(object -> object.attributes().text("cn")).toList());
            assertEquals(1, People.errors(connector).size());
            assertTrue(connector.readOne("inetOrgPerson", null, "cn=Ann,dc=example,dc=test").isEmpty());
        }
    }

    private Connector open(String... anchor) {
        return open(ObjectTypeSettings.EVERY_ROW, anchor);
    }

    private Connector open(RowFilter filter, String... anchor) {
        ObjectType type = ObjectType.ofConnectorSpace("inetOrgPerson",
                AttributeDefinition.single("cn", AttributeType.STRING),
                AttributeDefinition.single("sn", AttributeType.STRING),
                AttributeDefinition.single("employeeNumber", AttributeType.INTEGER));
        ObjectTypeSettings settings = ObjectTypeSettings.of(type, "entryUUID");
        return new LdapConnectorFactory().open(Servers.embedded(folder, "d.ldif",
                new ObjectTypeSettings(type, List.of(anchor), settings.attributes(), settings.rows(),
                        filter)));
    }
}
