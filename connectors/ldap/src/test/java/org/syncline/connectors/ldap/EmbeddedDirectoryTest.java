package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DateValue;

class EmbeddedDirectoryTest {
    private static final String FILE = "directory.ldif";
    private static final String JOURNAL = FILE + ".changes";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void anAbsentFileIsAnEmptyDirectoryWithItsBase() {
        try (Connector connector = open(folder)) {
            assertEquals(List.of(), People.objects(connector));
            export(connector);
            assertEquals(2, People.objects(connector).size());
        }
    }

    @Test
    void whoOnlyReadsLeavesNoFileBehind() throws IOException {
        try (Connector connector = open(folder)) {
            People.objects(connector);
        }
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void whatWasExportedIsThereTheNextTimeWithTheSameAnchor() throws IOException {
        List<ImportedChange.Whole> before;
        try (Connector connector = open(folder)) {
            export(connector);
            before = People.objects(connector);
        }
        assertFalse(Files.exists(folder.resolve(JOURNAL)));
        try (Connector again = open(folder);
                Connector fromItsFile = openCopy()) {
            assertEquals(before, People.objects(again));
            assertEquals(before, People.objects(fromItsFile));
        }
    }

    @Test
    void whatSomebodyWroteMeanwhileIsRead() throws IOException {
        try (Connector connector = open(folder)) {
            export(connector);
        }
        String content = Files.readString(folder.resolve(FILE));
        Files.writeString(folder.resolve(FILE), content.replace("sn: ", "sn: O'"));
        try (Connector connector = open(folder)) {
            assertTrue(People.object(connector, People.dn("Ann")).attributes().text("sn").startsWith("O'"));
        }
    }

    @Test
    void whatWasReportedAsDoneSurvivesTheEndOfTheProcess() throws IOException {
        try (Connector connector = open(folder)) {
            export(connector);
            ImportedChange.Whole ann = People.object(connector, People.dn("Ann"));
            accepted(People.export(connector, People.update(ann, People.person("Eve").set("mail", "eve@x").build()),
                    People.delete(People.object(connector, People.dn("Bob")))));
            crash();
            try (Connector after = open(elsewhere)) {
                assertEquals(People.objects(connector), People.objects(after));
                assertEquals(ann.anchor(), People.object(after, People.dn("Eve")).anchor());
            }
        }
    }

    @Test
    void whatWasNotReportedAsDoneYetIsDropped() throws IOException {
        try (Connector connector = open(folder)) {
            export(connector);
            crash();
            Files.writeString(elsewhere.resolve(JOURNAL),
                    "dn: cn=Half,ou=people,dc=example,dc=test\nchangetype: add\nobjectClass: inetO",
                    StandardOpenOption.APPEND);
            try (Connector after = open(elsewhere)) {
                assertEquals(People.objects(connector), People.objects(after));
            }
        }
    }

    @Test
    void changesThatTheFileIncludesAlreadyAreNotAppliedAgain() throws IOException {
        try (Connector connector = open(folder)) {
            accepted(
                    People.export(connector, People.add(People.container("people")), People.add(People.person("Ann"))));
            Attributes ann = People.object(connector, People.dn("Ann")).attributes();
            accepted(People.export(connector, People.rename(ann, People.dn("Eve")), People.add(People.person("Ann")),
                    People.rename(ann, People.dn("Fay"))));
            crash();
        }
        Files.copy(folder.resolve(FILE), elsewhere.resolve(FILE));
        try (Connector connector = open(elsewhere)) {
            assertEquals(List.of(People.dn("Eve"), People.dn("Fay")),
                    People.objects(connector).stream().map(object -> object.attributes().dn()).sorted().toList());
        }
    }

    @Test
    void anEntryThatMovedAlongWithItsContainerIsFollowed() {
        try (Connector connector = open(folder)) {
            export(connector);
            ImportedChange.Whole ann = People.object(connector, People.dn("Ann"));
            ImportedChange.Whole bob = People.object(connector, People.dn("Bob"));
            String moved = "ou=staff,dc=example,dc=test";
            Attributes.Builder annThere = People.person("Ann").set("dn", "cn=Ann," + moved).set("mail", "ann@x");

            accepted(People.export(connector, People.rename(People.container("people").build(), moved)));
            accepted(People.export(connector, People.update(ann, annThere.build()), People.delete(bob)));

            assertEquals("ann@x", People.object(connector, "cn=Ann," + moved).attributes().text("mail"));
            assertEquals(1, People.objects(connector).size());
        }
    }

    @Test
    void entriesWrittenByHandGetAnAnchorThatStays() throws IOException {
        Files.writeString(folder.resolve(FILE), """
                dn: dc=example,dc=test
                objectClass: domain
                dc: example

                dn: cn=Ann,dc=example,dc=test
                objectClass: inetOrgPerson
                cn: Ann
                sn: Ångström
                """);
        List<ImportedChange.Whole> first;
        try (Connector connector = open(folder)) {
            first = People.objects(connector);
            assertEquals("Ångström", first.getFirst().attributes().text("sn"));
        }
        try (Connector connector = openCopy()) {
            assertEquals(first, People.objects(connector));
        }
    }

    @Test
    void connectorsOfTheSameFileShareIt() {
        try (Connector writer = open(folder);
                Connector reader = open(folder)) {
            export(writer);
            writer.close();
            assertEquals(2, People.objects(reader).size());
        }
        assertTrue(Files.exists(folder.resolve(FILE)));
    }

    @Test
    void anotherProcessIsKeptAway() throws IOException {
        try (FileChannel journal =
                FileChannel.open(folder.resolve(JOURNAL), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            journal.lock();
            ConnectorException refusal = assertThrows(ConnectorException.class, () -> open(folder));
            assertEquals(ConnectorException.Code.NO_START_CONNECTION, refusal.code());
            assertTrue(refusal.getMessage().contains("Another process uses"), refusal.getMessage());
        }
    }

    @Test
    void lockedAccountsAreKept() throws IOException {
        DateValue since = new DateValue(Instant.parse("2026-01-31T08:00:00Z"));
        try (Connector connector = open(folder)) {
            accepted(People.export(connector, People.add(People.container("people")),
                    People.add(People.person("Ann").set("pwdAccountLockedTime", since))));
        }
        try (Connector connector = openCopy()) {
            ImportedChange.Whole ann = People.object(connector, People.dn("Ann"));
            assertEquals(since, ann.attributes().get("pwdAccountLockedTime"));
            accepted(People.export(connector, People.update(ann, People.person("Ann").build())));
            assertFalse(
                    People.object(connector, People.dn("Ann")).attributes().get("pwdAccountLockedTime").isPresent());
        }
    }

    @Test
    void theSchemaIsChecked() {
        try (Connector connector = open(folder)) {
            List<ExportResult> results = People.export(connector, People.add(People.container("people")),
                    People.add(People.person("Ann").set("sn", (String) null)));
            ExportResult.Rejected refusal = assertInstanceOf(ExportResult.Rejected.class, results.get(1));
            assertEquals(ExportResult.Code.SCHEMA_VIOLATION, refusal.code());
            assertEquals("sn", refusal.attribute());
        }
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve(FILE),
                "dn: dc=example,dc=test\nobjectClass: domain\ndc: example\n\nno dn here\n");
        ConnectorException refusal = assertThrows(ConnectorException.class, () -> open(folder));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, refusal.code());
        assertTrue(refusal.getMessage().contains(FILE) && refusal.getMessage().contains("line number 5"),
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ou=people,o=contoso", "o=Contoso", "dc=test", "l=Bern,c=CH"})
    void makesUpABaseEntry(String base) {
        try (Connector connector = open(folder, base)) {
            assertEquals(List.of(), People.objects(connector));
        }
    }

    @Test
    void aBaseItCannotMakeUpIsASettingToCorrect() {
        ConnectorException refusal = assertThrows(ConnectorException.class, () -> open(folder, "cn=people,dc=test"));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertFalse(Files.exists(folder.resolve(FILE)));
    }

    private static Connector open(Path folder) {
        return open(folder, Servers.BASE);
    }

    private static Connector open(Path folder, String base) {
        Map<String, String> values = Map.of("server", "embedded:" + FILE, "base", base);
        return new LdapConnectorFactory().open(
                new ConnectorSettings("directory", folder, values, Map.of(),
                        List.of(People.PERSON, People.GROUP, People.CONTAINER)));
    }

    /** Reads the file as another process would. */
    private Connector openCopy() throws IOException {
        Files.copy(folder.resolve(FILE), elsewhere.resolve(FILE));
        return open(elsewhere);
    }

    private static void export(Connector connector) {
        accepted(People.export(connector, People.add(People.container("people")), People.add(People.person("Ann")),
                People.add(People.person("Bob"))));
    }

    private static void accepted(List<ExportResult> results) {
        results.forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
    }

    /** Leaves elsewhere what a process that ended now would leave. */
    private void crash() throws IOException {
        if (Files.exists(folder.resolve(FILE))) {
            Files.copy(folder.resolve(FILE), elsewhere.resolve(FILE));
        }
        Files.copy(folder.resolve(JOURNAL), elsewhere.resolve(JOURNAL));
    }
}
