package org.syncline.connectors.script.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** What is said to a program, and how what it says is taken. */
@Timeout(60)
class MessagesTest {
    private static final String KEEPS = "read -r question; say \"$question\" >> asked";

    @TempDir
    Path folder;

    private String asked() throws IOException {
        return Files.readString(folder.resolve("asked")).strip();
    }

    private static ImportPage delta(Connector connector) {
        try (connector; ImportPages pages = connector.read(ImportRequest.delta(new Watermark("41"), 100))) {
            ImportPage page = pages.next().orElseThrow();
            assertEquals(Optional.empty(), pages.next());
            return page;
        }
    }

    @Test
    void aDeltaBringsPatchesDeletesAndAWatermark() throws IOException {
        ImportPage page = delta(new Told(folder).says(KEEPS, """
                say '{"type":"patch","objectType":"person","anchor":{"id":"1"},"add":{"mail":["a","b"],"age":30},"remove":{"mail":"c"}}'
                say '{"type":"delete","objectType":"person","anchor":{"id":"2"}}'
                say '{"type":"watermark","value":"42"}'
                """, Told.end(), "read more"));
        assertEquals("{\"type\":\"read\",\"pageSize\":100,\"since\":\"41\"}", asked());
        assertEquals(List.of(
                new ImportedChange.Patch("person", new Anchor("1"), List.of(
                        new Delta.AttributeChange(2, List.of(new IntegerValue(30)), List.of()),
                        new Delta.AttributeChange(3, List.of(new TextValue("a"), new TextValue("b")),
                                List.of(new TextValue("c"))))),
                new ImportedChange.Deleted("person", new Anchor("2"))), page.changes());
        assertEquals(Optional.of(new Watermark("42")), page.watermark());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            {"id":"1","age":"30"}        # 1 # attribute 'age': '30' is not a whole number such as 42
            {"id":"1","age":30.5}        # 1 # attribute 'age': 30.5 is not a whole number such as 42
            {"id":"1","age":[1,2]}       # 1 # attribute 'age' has 2 values, but is single-valued
            {"id":"1","mail":[5]}        # 1 # attribute 'mail': 5 is not a text
            {"id":"1","mail":[null]}     # 1 # attribute 'mail': null is not a text
            {"id":"1","name":"x"}        # 1 # unknown attribute 'name'. Object type 'person' declares id, age, mail
            {"id":"","age":3}            #   # the anchor is missing or incomplete: id
            {"age":3}                    #   # the anchor is missing or incomplete: id
            """)
    void anObjectThatMakesNoSenseIsAnErrorOfItsOwn(String attributes, String anchor, String expected) {
        List<ImportPage> pages;
        try (Connector connector = new Told(folder).says(Told.ASKED,
                "say '{\"type\":\"object\",\"objectType\":\"person\",\"attributes\":" + attributes + "}'",
                Told.object("2"), Told.end(), "read more")) {
            pages = Told.read(connector);
        }
        assertEquals(List.of("2"), Told.anchors(pages), "the others are not concerned");
        DiscoveryError error = pages.getFirst().errors().getFirst();
        assertEquals(anchor, error.anchor() == null ? null : error.anchor().text());
        assertEquals("line 1", error.place());
        assertTrue(error.message().contains(expected), error.message());
    }

    @Test
    void anObjectThatComesTwiceIsReadOnce() {
        List<ImportPage> pages;
        try (Connector connector = new Told(folder).says(
                Told.ASKED, Told.object("1"), Told.object("2"), Told.object("1"), Told.end(), "read more")) {
            pages = Told.read(connector);
        }
        assertEquals(List.of("1", "2"), Told.anchors(pages));
        assertEquals(
                List.of(new DiscoveryError(DiscoveryError.Code.DUPLICATE_ANCHOR, "person", new Anchor("1"), "line 3",
                        "the object was delivered before; the first is read")),
                pages.getLast().errors());
    }

    @Test
    void aProgramReportsObjectsThatItCannotRead() {
        try (Connector connector = new Told(folder).says(Told.ASKED,
                "say '{\"type\":\"error\",\"objectType\":\"person\",\"anchor\":{\"id\":\"7\"},\"place\":\"row 9\","
                        + "\"message\":\"the row is locked\"}'",
                Told.end(), "read more")) {
            assertEquals(
                    List.of(new DiscoveryError(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, "person", new Anchor("7"),
                            "row 9", "the row is locked")),
                    Told.read(connector).getFirst().errors());
        }
    }

    @Test
    void operationsSayWhatIsToBeWritten() throws IOException {
        Attributes before = Attributes.builder(Told.PERSON.type()).set("id", "1").set("age", new IntegerValue(30))
                .set("mail", List.of(new TextValue("a"), new TextValue("b"))).build();
        Attributes after = before.toBuilder().set("age", List.of())
                .set("mail", List.of(new TextValue("b"), new TextValue("c"))).build();
        List<ExportOperation> operations = List.of(
                new ExportOperation.Add(before),
                new ExportOperation.Update("person", new Anchor("1"), null, Delta.between(before, after).changes(),
                        before),
                new ExportOperation.Delete("person", new Anchor("1"), null));
        String results = "for i in 1 2 3; do say '{\"type\":\"result\",\"operation\":'$i'}'; done";
        try (Connector connector = new Told(folder).says(KEEPS, KEEPS, KEEPS, KEEPS, results, Told.end(), "read m")) {
            assertEquals(List.of(new ExportResult.Accepted(null, null),
                    new ExportResult.Accepted(new Anchor("1"), null),
                    new ExportResult.Accepted(new Anchor("1"), null)), connector.export(operations));
        }
        assertEquals("""
                {"type":"export","operations":3}
                {"type":"add","operation":1,"objectType":"person","attributes":{"id":"1","age":30,"mail":["a","b"]}}
                {"type":"update","operation":2,"objectType":"person","anchor":{"id":"1"},"attributes":{"age":null,"mail":["b","c"]}}
                {"type":"delete","operation":3,"objectType":"person","anchor":{"id":"1"}}""", asked());
    }

    @Test
    void objectsWithNamesAreRenamed() throws IOException {
        Attributes before = Attributes.builder(Told.PERSON.type()).set("dn", "cn=a").set("id", "1").build();
        ExportOperation update = new ExportOperation.Update("person", new Anchor("1"), "cn=a",
                Delta.between(before, before.with("dn", new TextValue("cn=b"))).changes(), before);
        Told told = new Told(folder).with("capabilities", "full-import export distinguished-names");
        try (Connector connector = told.open(Told.HELLO.replace("full-import", "distinguished-names\",\"full-import")
                + KEEPS + "\n" + KEEPS + "\nsay '{\"type\":\"result\",\"operation\":1}'\n" + Told.end()
                + "\nread more")) {
            assertEquals(List.of(new ExportResult.Accepted(new Anchor("1"), "cn=b")),
                    connector.export(List.of(update)));
        }
        assertTrue(asked().contains("\"dn\":\"cn=a\",\"newDn\":\"cn=b\""), asked());
    }

    @Test
    void anAnchorOfSeveralColumnsIsNamedColumnByColumn() throws IOException {
        ObjectType type = ObjectType.ofConnectorSpace("seat",
                AttributeDefinition.single("house", AttributeType.STRING),
                AttributeDefinition.single("number", AttributeType.INTEGER));
        ObjectTypeSettings single = ObjectTypeSettings.of(type, "house");
        ObjectTypeSettings seat = new ObjectTypeSettings(type, List.of("house", "number"), single.attributes(),
                single.rows(), single.filter());
        Files.writeString(folder.resolve("told.sh"), Told.HELLO + KEEPS + """

                say '{"type":"object","objectType":"seat","attributes":{"house":"a|b\\\\c","number":7}}'
                """ + Told.end() + "\n" + KEEPS + "\n" + Told.end() + "\nread more\n");
        try (Connector connector = new ProgramConnectorFactory().open(new ConnectorSettings("seats", folder,
                Map.of("command", "sh ./told.sh", "capabilities", "full-import read-one"), Map.of(), List.of(seat)))) {
            List<ImportPage> pages = Told.read(connector);
            Anchor anchor = pages.getFirst().changes().getFirst().anchor();
            assertEquals(Anchor.of(List.of("a|b\\c", "7")), anchor);
            assertEquals(Optional.empty(), connector.readOne("seat", anchor, null));
        }
        assertTrue(asked().endsWith("\"anchor\":{\"house\":\"a|b\\\\c\",\"number\":\"7\"}}"), asked());
    }

    @Test
    void parametersAndSecretsReachTheProgramAndNobodyElse() throws IOException {
        Told told = new Told(folder).with("parameter.url", "https://hr").withSecret("parameter.token", "swordfish")
                .with("environment.REGION", "north").withSecret("environment.KEY", "hunter2");
        try (Connector connector = told.open("read hello; printf '%s\\n' \"$hello\" > asked; env > environment\n"
                + "echo \"my key is $KEY\" >&2; exit 1")) {
            ConnectorException failure =
                    assertThrows(ConnectorException.class, () -> Told.read(connector));
            assertTrue(failure.getMessage().contains("my key is ***"), failure.getMessage());
            assertFalse(failure.getMessage().contains("hunter2"), failure.getMessage());
        }
        assertTrue(asked().contains("\"parameters\":{\"token\":\"swordfish\",\"url\":\"https://hr\"}"), asked());
        String environment = Files.readString(folder.resolve("environment"));
        assertTrue(environment.contains("REGION=north") && environment.contains("KEY=hunter2"), environment);
        String unknown = System.getenv().keySet().stream()
                .filter(name -> !environment.contains(name + "=")).findFirst().orElse("(none)");
        assertFalse(unknown.equals("(none)"), "the environment of Syncline must not be handed on");
    }

    @Test
    void aProgramRemarksWhatTheAdministratorIsToKnow() {
        try (Connector connector = new Told(folder).says(Told.ASKED,
                "say '{\"type\":\"remark\",\"text\":\"3 rooms were left out\"}'", Told.end(), "read more")) {
            assertEquals(List.of(), Told.read(connector));
            assertEquals(List.of("3 rooms were left out"), connector.remarks());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            command         # `"python3 hr.py`  # the quote " is never closed
            command         # `  `              # it is empty
            capabilities    # full-import fly   # names 'fly', which is none
            capabilities    # export            # lacks full-import
            silence-timeout # 30                # Write a duration such as PT30S
            silence-timeout # PT0S              # Write a duration such as PT30S
            line-limit      # 12                # Write a number of bytes, at least 1024
            """)
    void settingsThatMakeNoSenseAreRefused(String setting, String value, String expected) {
        ConnectorException failure = assertThrows(ConnectorException.class,
                () -> new Told(folder).with(setting, value).open(""));
        assertEquals(ConnectorException.Code.INVALID_SETTING, failure.code());
        assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    }

    @Test
    void aCommandIsSplitAsNoShellDoes() {
        assertEquals(List.of("pwsh", "-File", "my scripts/hr.ps1", "$HOME;ls", "*", "", "it's"),
                CommandLine.split("pwsh  -File 'my scripts/hr.ps1' $HOME;ls * '' \"it's\""));
    }
}
