package org.syncline.platform.engine.staging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;

/** Section 5 of the semantics: drop or resume an audit file. */
class Semantics5AuditFileTest {
    private static final String FILE = ".syncline/audit/hr.xml";

    @TempDir
    Path folder;

    private ImportHouse house;

    @BeforeEach
    void build() {
        house = new ImportHouse(folder);
    }

    @AfterEach
    void leave() {
        house.close();
    }

    private void profile(String connector, String steps) {
        house.with("connectors/" + connector + ".xml", "</connector>",
                "<run-profile name=\"p\">" + steps + "</run-profile></connector>");
    }

    private StepReport dropped(String step) {
        profile("hr", step);
        return house.profile("hr", "p").getFirst();
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve(FILE));
    }

    private void write(String content) throws IOException {
        Files.createDirectories(folder.resolve(FILE).getParent());
        Files.writeString(folder.resolve(FILE), content);
    }

    private static String ofHr(String content) {
        return "<audit-file xmlns=\"urn:syncline:1\" connector=\"hr\" step=\"full-import\">\n" + content
                + "\n</audit-file>";
    }

    private static String employee(String id, String last) {
        return "<object type=\"employee\"><anchor>" + id + "</anchor><value name=\"id\">" + id
                + "</value><value name=\"last\">" + last + "</value></object>";
    }

    @Test
    @DisplayName("5: what is dropped is not staged, and the run stops there")
    void whatIsDroppedIsNotStagedAndTheRunStopsThere() throws Exception {
        house.employ("1", "Ann", "Ames");
        profile("hr", "<full-import drop-file=\"" + FILE + "\"/><full-sync/>");
        List<StepReport> reports = house.profile("hr", "p");
        assertEquals(List.of(StepResult.SUCCESS), reports.stream().map(StepReport::result).toList());
        assertTrue(reports.getFirst().message().startsWith("1 objects, changes and errors were written to"));
        assertEquals(List.of(), house.staged("hr"));
        assertFalse(house.state("hr").wasRead());
        assertEquals("full-import to file", house.store().runHistory().steps(1).getFirst().step());
        assertTrue(file().contains("<value name=\"last\">Ames</value>"), this::written);
        assertFalse(Files.exists(folder.resolve(FILE + ".part")));
    }

    private String written() {
        return assertDoesNotThrow(this::file);
    }

    @Test
    @DisplayName("5: what is dropped may be staged too")
    void whatIsDroppedMayBeStagedToo() throws Exception {
        house.employ("1", "Ann", "Ames");
        profile("hr", "<full-import drop-file=\"" + FILE + "\" after-drop=\"continue\"/><full-sync/>");
        assertEquals(2, house.profile("hr", "p").size());
        assertEquals(1, house.staged("hr").size());
        assertTrue(file().contains("<end entries=\"1\"/>"), this::written);
    }

    @Test
    @DisplayName("5: a file is resumed in the place of the system, as if it had been asked")
    void aFileIsResumedInThePlaceOfTheSystem() {
        house.employ("1", "Ann", "Ames");
        house.employ("2", "Bob", "\u0001 \r\n <Bell> & ]]> \uD83D\uDE00 ");
        dropped("<full-import drop-file=\"" + FILE + "\"/>");
        house.with("connectors/hr.xml", "drop-file", "resume-file");
        house.dismiss("1");
        house.hr().resetCounts();
        StepReport resumed = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.SUCCESS, resumed.result(), resumed.message());
        assertEquals(0, house.hr().counts().imports());
        assertEquals("full-import from file", house.store().runHistory().steps(1).getFirst().step());
        assertEquals(
                List.of("Ames", "\u0001 \r\n <Bell> & ]]> \uD83D\uDE00 "),
                house.staged("hr").stream().map(object -> object.hologram().imported().text("last")).toList());
        assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
        assertEquals(List.of("2"), house.staged("hr").stream().map(object -> object.anchor().text()).toList());
    }

    @Test
    @DisplayName("5: the watermark of a file from another connector, or of none, does not count")
    void theWatermarkOfAnotherConnectorDoesNotCount() throws Exception {
        house.employ("1", "Ann", "Ames");
        dropped("<full-import drop-file=\"" + FILE + "\"/>");
        write(file().replace("connector=\"hr\"", "connector=\"hr-of-the-test\""));
        house.with("connectors/hr.xml", "drop-file", "resume-file");
        assertEquals(StepResult.SUCCESS, house.profile("hr", "p").getFirst().result());
        assertEquals(1, house.staged("hr").size());
        assertEquals(StepResult.FULL_IMPORT_REQUIRED, house.run("hr", Kind.DELTA_IMPORT).result());
    }

    @Test
    @DisplayName("5: a delta is resumed only where the connector still stands")
    void aDeltaIsResumedOnlyWhereTheConnectorStillStands() {
        house.run("hr", Kind.FULL_IMPORT);
        String before = house.state("hr").watermark();
        house.employ("1", "Ann", "Ames");
        dropped("<delta-import drop-file=\"" + FILE + "\"/>");
        assertEquals(before, house.state("hr").watermark());
        house.with("connectors/hr.xml", "drop-file", "resume-file");
        StepReport resumed = house.profile("hr", "p").getFirst();
        assertEquals(1, resumed.counters().of(Counter.STAGE_ADD), resumed::message);
        assertFalse(before.equals(house.state("hr").watermark()));

        StepReport again = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.NO_START_CONNECTION, again.result());
        assertTrue(again.message().contains("begins at another watermark than the one 'hr' stands at"),
                again::message);
    }

    @Test
    @DisplayName("5: half a file deletes nothing, stages nothing and holds nothing")
    void halfAFileIsRefused() throws Exception {
        house.employ("1", "Ann", "Ames");
        house.employ("2", "Bob", "Bell");
        house.run("hr", Kind.FULL_IMPORT);
        profile("hr", "<full-import resume-file=\"" + FILE + "\"/>");
        write(ofHr("<page>" + employee("1", "Other") + "</page>"));
        StepReport half = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.NO_START_CONNECTION, half.result());
        assertTrue(half.message().contains("hr.xml:3:14: The file has no <end/>"), half::message);
        write(ofHr("<page>" + employee("1", "Other") + "</page><end/>").replace("</audit-file>", ""));
        assertEquals(StepResult.NO_START_CONNECTION, house.profile("hr", "p").getFirst().result());
        assertEquals(
                List.of("Ames", "Bell"),
                house.staged("hr").stream().map(object -> object.hologram().imported().text("last")).toList());
        assertNull(house.state("hr").held());
    }

    @Test
    @DisplayName("5: a step that breaks off leaves no file that could be resumed")
    void aStepThatBreaksOffLeavesHalfAFile() {
        house.employ("1", "Ann", "Ames");
        house.employ("2", "Bob", "Bell");
        house.hr().faults().breakNextImportAfter(1);
        assertEquals(StepResult.STOPPED_CONNECTIVITY,
                dropped("<full-import page-size=\"1\" drop-file=\"" + FILE + "\"/>").result());
        assertFalse(Files.exists(folder.resolve(FILE)));
        assertTrue(Files.exists(folder.resolve(FILE + ".part")));
    }

    @Test
    @DisplayName("5: a full import resumes no delta, whose silence means nothing")
    void aFullImportResumesNoDelta() {
        house.employ("1", "Ann", "Ames");
        house.run("hr", Kind.FULL_IMPORT);
        dropped("<delta-import drop-file=\"" + FILE + "\"/>");
        house.with("connectors/hr.xml", "<delta-import drop-file", "<full-import resume-file");
        StepReport report = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.NO_START_CONNECTION, report.result());
        assertTrue(report.message().contains("is of a step 'delta-import'"), report::message);
        assertEquals(1, house.staged("hr").size());
    }

    @Test
    @DisplayName("5: sensitive values are not in the file, and it is not resumed as if they were gone")
    void sensitiveValuesAreNotInTheFile() throws Exception {
        house.with("connectors/hr.xml", "name=\"last\"", "name=\"last\" sensitive=\"true\"");
        house.employ("1", "Ann", "Secret");
        dropped("<full-import drop-file=\"" + FILE + "\"/>");
        assertFalse(file().contains("Secret"), this::written);
        assertTrue(file().contains("<masked name=\"last\"/>"), this::written);
        house.with("connectors/hr.xml", "drop-file", "resume-file");
        StepReport report = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.NO_START_CONNECTION, report.result());
        assertTrue(report.message().contains("The values of 'last' are not in the file"), report::message);
        assertEquals(List.of(), house.staged("hr"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                    "<page><objct/></page><end/>; 2:15: There is no <objct> here; there may be <object>, <patch>",
                    "<page><object type='emploee'/></page><end/>; 2:31: Connector 'hr' has no object type 'emploee'",
                    "<page><object type='employee'/></page><end/>; 2:32: This object has no <anchor>.",
                    "<page><object typ='employee'/></page><end/>; 2:31: <object> has no attribute typ; there are type.",
                    "<page><deleted type='employee'><anchor/></deleted></page><end/>; 2:41: An anchor cannot be empty.",
                    "<page>words</page><end/>; 2:14: The text 'words' means nothing here.",
                    "<page><object type='employee'><anchor>1</anchor><value name='lst'>a</value></object></page><end/>;"
                            + "has no attribute 'lst'",
                    "<page><object type='employee'><anchor>1</anchor><value name='age'>old</value></object></page><end/>;"
                            + "'old' of 'age' is no integer.",
                    "<page><object type='employee'><anchor>1</anchor><value name='age'>1</value><value name='age'>2</value>"
                            + "</object></page><end/>; 'age' has one value at most.",
                    "<page><unreadable code='bad'/></page><end/>; There is no error 'bad'.",
                    "<end/><page/>; <page> does not belong here.",
                    "<page></pages><end/>; The file is not readable XML",
            })
    @DisplayName("5: mistakes in a file are told with their place, before anything is staged")
    void mistakesAreToldWithTheirPlace(String content, String message) throws Exception {
        house.with("connectors/hr.xml", "<attribute name=\"last\"/>",
                "<attribute name=\"last\"/><attribute name=\"age\" type=\"integer\"/>");
        profile("hr", "<full-import resume-file=\"" + FILE + "\"/>");
        write(ofHr(content));
        StepReport report = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.NO_START_CONNECTION, report.result());
        assertTrue(report.message().contains(message), report::message);
        assertEquals(List.of(), house.staged("hr"));
    }

    @Test
    @DisplayName("5: a file draws nothing in from elsewhere")
    void aFileDrawsNothingIn() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        profile("hr", "<full-import resume-file=\"" + FILE + "\"/>");
        write("<!DOCTYPE audit-file [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>\n"
                + ofHr("<page>" + employee("1", "&s;") + "</page><end/>"));
        StepReport report = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.NO_START_CONNECTION, report.result());
        assertTrue(report.message().contains("An audit file has no document type"), report::message);
    }

    @Test
    @DisplayName("5: a missing file is told with what to do")
    void aMissingFileIsTold() {
        profile("hr", "<full-import resume-file=\"" + FILE + "\"/>");
        StepReport report = house.profile("hr", "p").getFirst();
        assertEquals(StepResult.NO_START_CONNECTION, report.result());
        assertTrue(report.message().contains("does not exist. Drop it with a step that has drop-file"),
                report::message);
        assertNull(house.state("hr").held());
    }

    @Test
    @DisplayName("5: a resumed full import that names too few trips the read guard as any other")
    void theGuardsSeeAResumedImportToo() throws Exception {
        for (int number = 1; number <= 10; number++) {
            house.employ("" + number, "Ann", "Number" + number);
        }
        house.run("hr", Kind.FULL_IMPORT);
        profile("hr", "<full-import resume-file=\"" + FILE + "\"/>");
        write(ofHr("<page>" + employee("1", "Number1") + "</page><end/>"));
        assertEquals(StepResult.STOPPED_READ_GUARD, house.profile("hr", "p").getFirst().result());
    }

    @Test
    @DisplayName("5: what is pending is dropped, and nothing is sent")
    void whatIsPendingIsDroppedAndNotSent() throws Exception {
        house.employ("1", "Ann", "Ames");
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        profile("directory", "<export drop-file=\"" + FILE + "\"/><full-import/>");
        List<StepReport> reports = house.profile("directory", "p");
        assertEquals(1, reports.size());
        assertEquals(StepResult.SUCCESS, reports.getFirst().result(), reports.getFirst()::message);
        assertEquals(List.of(), house.accounts());
        assertTrue(file().contains("<add type=\"account\">"), this::written);
        assertIsValid();

        house.with("connectors/directory.xml", "drop-file", "after-drop=\"continue\" drop-file");
        assertEquals(2, house.profile("directory", "p").size());
        assertEquals(1, house.accounts().size());
        assertTrue(file().contains("<end entries=\"1\"/>"), this::written);
    }

    @Test
    @DisplayName("5: what is written is valid by audit-file.xsd: objects, patches, deletions, errors")
    void whatIsWrittenIsValid() throws Exception {
        house.with("connectors/directory.xml", "<setting name=\"names\"",
                "<setting name=\"patches\" value=\"true\"/><setting name=\"names\"");
        house.account("a", "ann", "1", "Ames");
        house.account("b", "bob", "2", "Bell");
        profile("directory", "<full-import drop-file=\"" + FILE + "\" after-drop=\"continue\"/>");
        house.profile("directory", "p");
        assertIsValid();
        house.account("a", "ann", "1", "Other");
        house.directory().remove("account", new Anchor("b"));
        house.directory().put(new Anchor("c"), Attributes.empty(house.type("directory", "account")));
        house.with("connectors/directory.xml", "<full-import", "<delta-import");
        house.profile("directory", "p");
        assertIsValid();
        assertTrue(file().contains("<added name=\"sn\">Other</added>"), this::written);
        assertTrue(file().contains("<deleted type=\"account\">"), this::written);
        assertTrue(file().contains("<watermark>"), this::written);
    }

    private void assertIsValid() throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/org/syncline/schema/xsd/audit-file.xsd"));
        assertDoesNotThrow(() -> schema.newValidator().validate(new StreamSource(folder.resolve(FILE).toFile())));
    }
}
