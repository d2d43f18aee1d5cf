package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

/** Exports to a folder of change records, and what another system makes of them. */
class LdifChangesTest {
    private static final Map<String, String> CHANGES = Map.of("changes", "out");

    private final LdifConnectorFactory factory = new LdifConnectorFactory();

    @TempDir
    private Path folder;

    private Path out;
    private InMemoryDirectoryServer other;

    @BeforeEach
    void startWithAnnAndBob() throws Exception {
        out = Files.createDirectory(folder.resolve("out"));
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(Servers.BASE);
        config.setSchema(null);
        other = new InMemoryDirectoryServer(config);
        other.add("dn: " + Servers.BASE, "objectClass: domain", "dc: example");
        for (String container : List.of("people", "groups", "leavers")) {
            other.add("dn: ou=" + container + "," + Servers.BASE, "objectClass: organizationalUnit",
                    "ou: " + container);
        }
        for (String name : List.of("Ann", "Bob")) {
            other.add("dn: " + People.dn(name), "objectClass: inetOrgPerson", "cn: " + name, "sn: Sn " + name,

                    "carLicense: A", "carLicense: B");
        }
        dump();
    }

    /** What the other system knows becomes the file that is read. */
    private void dump() throws LDAPException {
        other.exportToLDIF(folder.resolve("people.ldif").toString(), false, false);
    }

    private ConnectorSettings settings(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("file", "people.ldif"));
        values.putAll(more);
        return new ConnectorSettings("people", folder, values, Map.of(), List.of(People.PERSON, People.GROUP));
    }

    private List<ExportResult> export(ExportOperation... operations) {
        try (Connector connector = factory.open(settings(CHANGES))) {
            return connector.export(List.of(operations));
        }
    }

    private ImportedChange.Whole imported(String dn) {
        try (Connector connector = factory.open(settings(CHANGES))) {
            return People.object(connector, dn);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.sorted().toList();
        }
    }

    private void carryOut() throws Exception {
        for (Path file : files()) {
            try (LDIFReader reader = new LDIFReader(file.toFile())) {
                for (LDIFChangeRecord each = reader.readChangeRecord(); each != null; each = reader
                        .readChangeRecord()) {
                    each.processChange(other);
                }
            }
        }
        dump();
    }

    @Test
    void theOtherSystemHoldsWhatWasWantedOnceItCarriedThemOut() throws Exception {
        Attributes ann = imported(People.dn("Ann")).attributes();
        Attributes changed = ann.with("sn", new TextValue("Ångström ")).with("carLicense", new TextValue("C"));
        Attributes moved = changed.with(ObjectType.DN, new TextValue("cn=Anna,ou=leavers," + Servers.BASE))
                .with("cn", new TextValue("Anna"));
        List<ExportResult> results = export(
                People.add(People.group("friends", "Cid")),
                People.add(People.person("Cid").set("manager", ReferenceValue.toDn(People.dn("Bob")))),
                new ExportOperation.Update("inetOrgPerson", null, ann.dn(),
                        Delta.between(ann, moved).changes(), ann));
        results.forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
        export(new ExportOperation.Delete("inetOrgPerson", null, People.dn("Bob")));
        assertEquals(2, files().size());
        carryOut();
        assertEquals(moved, imported(moved.dn()).attributes());
        assertEquals("Sn Cid", imported(People.dn("Cid")).attributes().text("sn"));
        assertEquals(List.of(People.dn("Cid")),
                List.of(other.getEntry("cn=friends,ou=groups," + Servers.BASE).getAttributeValues("member")));
        assertEquals(null, other.getEntry(People.dn("Bob")));
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndTheOthersAreWritten() throws Exception {
        List<ExportResult> results = export(
                People.add(People.person("Cid").set(ObjectType.DN, "no name")), People.add(People.person("Dan")));
        assertInstanceOf(ExportResult.Rejected.class, results.getFirst());
        carryOut();
        assertEquals("Sn Dan", imported(People.dn("Dan")).attributes().text("sn"));
    }

    @Test
    void namesAscendEvenIfTheClockGoesBack() throws IOException {
        Files.createFile(out.resolve("changes-29991231T235959999Z.ldif"));
        export(People.add(People.person("Cid")));
        assertEquals("changes-30000101T000000000Z.ldif", files().getLast().getFileName().toString());
    }

    @Test
    void nothingIsLeftBehindWhereThereIsNoRoom() throws IOException {
        Files.createDirectory(out.resolve(".changes.part"));
        ConnectorException failed =
                assertThrows(ConnectorException.class, () -> export(People.add(People.person("Cid"))));
        assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, failed.code());
        assertTrue(failed.getMessage().contains("make room"), failed.getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    void aMissingFolderIsNotMadeUp() throws IOException {
        Files.delete(out);
        ConnectorException missing =
                assertThrows(ConnectorException.class, () -> export(People.add(People.person("Cid"))));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, missing.code());
    }

    @Test
    void withoutAFolderNothingIsExported() {
        assertTrue(factory.capabilities(settings(CHANGES)).contains(Capability.EXPORT));
        assertEquals(List.of(Capability.FULL_IMPORT, Capability.DISTINGUISHED_NAMES),
                factory.capabilities(settings(Map.of())).stream().sorted().toList());
        try (Connector connector = factory.open(settings(Map.of()))) {
            assertEquals(ConnectorException.Code.NOT_SUPPORTED, assertThrows(ConnectorException.class,
                    () -> connector.export(List.of(People.add(People.person("Cid"))))).code());
        }
    }
}
