package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.dsl.xml.ProblemCase.DIRECTORY;
import static org.syncline.dsl.xml.ProblemCase.HR;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.ruleset.AuditFile;
import org.syncline.dsl.ruleset.AuditFile.Use;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.GivenSetting;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.schema.identity.Partition;

/** What is read of connector files, and what is said of mistakes in them. */
class ConnectorProblemsTest {
    @TempDir
    Path folder;

    static Stream<ProblemCase> slips() {
        return Stream.of(
                slip("a secondary key that is not declared", DIRECTORY, "name=\"inetOrgPerson\" anchor=\"entryUUID\"",
                        "name=\"inetOrgPerson\" anchor=\"entryUUID\" secondary-key=\"uidd\"",
                        "7:71: The secondary key names the attribute 'uidd', which is not declared;"
                                + " did you mean uid?"),
                slip("a secondary key of several values", DIRECTORY, "name=\"groupOfNames\" anchor=\"entryUUID\"",
                        "name=\"groupOfNames\" anchor=\"entryUUID\" secondary-key=\"member\"",
                        "19:70: The attribute 'member' of the secondary key may have several values;"
                                + " take one with a single value"),
                slip("a secret of an object type", DIRECTORY,
                        "<object-type name=\"inetOrgPerson\" anchor=\"entryUUID\">",
                        "<object-type name=\"inetOrgPerson\" anchor=\"entryUUID\">"
                                + "<settings><setting name=\"a\" secret=\"s\"/></settings>",
                        "7:92: Only a connector has secrets; write it among the settings of the connector"),
                slip("a setting of an object type without value", DIRECTORY,
                        "<object-type name=\"inetOrgPerson\" anchor=\"entryUUID\">",
                        "<object-type name=\"inetOrgPerson\" anchor=\"entryUUID\">"
                                + "<settings><setting name=\"a\"/></settings>",
                        "7:66: The setting a has no value; give value=\"...\""),
                slip("a read guard of an unknown type", DIRECTORY, "<import minimum-share=\"80%\"",
                        "<import object-type=\"inetOrgPersn\" minimum-share=\"80%\"",
                        "24:26: The connector has no object type 'inetOrgPersn'; did you mean inetOrgPerson?"),
                slip("two read guards of one type", DIRECTORY, "<import minimum-share=\"80%\"",
                        "<import/><import minimum-share=\"80%\"",
                        "24:14: There are two guards of the same imports;"
                                + " give each its own object-type; one may have none"),
                slip("a guard that holds a part of an import", DIRECTORY, "<import minimum-share=\"80%\"",
                        "<import-changes on-breach=\"hold-kind\"/><import minimum-share=\"80%\"",
                        "24:32: An import is synchronized as a whole or held as a whole; leave on-breach out"),
                slip("a partition that is not declared", DIRECTORY, "<delta-import/>",
                        "<delta-import partition=\"people\"/>",
                        "27:80: The connector has no partition 'people';"
                                + " write <partition name=\"people\" base=\"...\"/> before the object types"),
                slip("a synchronization of a partition", DIRECTORY, "<delta-import/>",
                        "<delta-sync partition=\"people\"/>",
                        "27:78: Only an import can be of one partition; leave partition out"),
                slip("a container outside its partition", DIRECTORY, "<object-type name=\"inetOrgPerson\"",
                        "<partition name=\"p\" base=\"ou=a,%Base%\"><exclude container=\"ou=b,%Base%\"/></partition>"
                                + "<object-type name=\"inetOrgPerson\"",
                        "7:62: The container 'ou=b,dc=adventure-works,dc=com' does not lie in"
                                + " 'ou=a,dc=adventure-works,dc=com'; give its whole distinguished name"),
                slip("two partitions of one base", DIRECTORY, "<object-type name=\"inetOrgPerson\"",
                        "<partition name=\"p\" base=\"%Base%\"/><partition name=\"q\" base=\"%base%\"/>"
                                .replace("%base%", "DC=adventure-works, dc=com")
                                + "<object-type name=\"inetOrgPerson\"",
                        "7:64: The partition 'p' has the same base;"
                                + " select containers by <include> and <exclude> in one partition"),
                slip("an audit file among the rules", DIRECTORY, "<delta-import/>",
                        "<delta-import drop-file=\"rules/../.syncline\"/>",
                        "27:80: Audit files lie in .syncline/ or data/; write .syncline/audit/.syncline;"
                                + " a file outside the folder is named by its absolute path"),
                slip("an audit file that is dropped and resumed", DIRECTORY, "<delta-import/>",
                        "<delta-import drop-file=\"data/a.xml\" resume-file=\"data/a.xml\"/>",
                        "27:80: A step cannot drop the audit file it resumes; give either drop-file or resume-file"),
                slip("an export from a file", DIRECTORY, "<delta-import/>", "<export resume-file=\"data/a.xml\"/>",
                        "27:76: An export sends what is pending now, and no file says what that is;"
                                + " leave resume-file out; drop-file writes what is pending"),
                slip("a resumed file and a full import instead", DIRECTORY, "<delta-import/>",
                        "<delta-import resume-file=\"data/a.xml\" if-refused=\"full-import\"/>",
                        "27:106: A step that resumes an audit file asks no system; leave if-refused out"),
                slip("something after a drop that is none", DIRECTORY, "<delta-import/>",
                        "<delta-import after-drop=\"continue\"/>",
                        "27:81: Nothing is dropped; add drop-file, or leave after-drop out"),
                slip("a step's guard of disabled accounts that nothing defines", DIRECTORY, "<delta-import/>",
                        "<delta-import><guards><import-changes object-type=\"groupOfNames\" disables=\"1\"/></guards></delta-import>",
                        "27:130: Nothing says which objects count as disabled, so none would ever be held;"
                                + " write <disabled><when>...</when></disabled> in the object type"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void areReported(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(slip.file(), slip.text(), slip.replacement()).problems());
    }

    @Test
    void aSecondaryKeyOfSeveralAttributesIsRead() throws Exception {
        SampleFolder sample = SampleFolder.in(folder).with(DIRECTORY, "name=\"inetOrgPerson\" anchor=\"entryUUID\"",
                "name=\"inetOrgPerson\" anchor=\"entryUUID\" secondary-key=\"uid mail\"");
        assertEquals(List.of("uid", "mail"), sample.ruleset().connectors().get("directory")
                .objectType("inetOrgPerson").orElseThrow().secondaryKey());
    }

    @Test
    void settingsOfObjectTypesAndAttributesAreReadWithTheirPlaces() throws Exception {
        ConnectedObjectType type = SampleFolder.in(folder)
                .with(DIRECTORY, "    <attribute name=\"uid\"/>",
                        "    <settings><setting name=\"table\" value=\"hr.%Base%\"/></settings>\n"
                                + "    <attribute name=\"uid\"><settings><setting name=\"table\" value=\"phone\"/></settings>"
                                + "</attribute>")
                .ruleset().connectors().get("directory").objectType("inetOrgPerson").orElseThrow();
        assertEquals(
                List.of(new GivenSetting("table", "hr.dc=adventure-works,dc=com", new RuleLocation(DIRECTORY, 8, 30))),
                type.settings());
        assertEquals(List.of(new GivenSetting("table", "phone", new RuleLocation(DIRECTORY, 9, 52))),
                type.attribute("uid").orElseThrow().settings());
    }

    @Test
    void guardsOfImportsAreRead() throws Exception {
        Guards guards = SampleFolder.in(folder)
                .with(DIRECTORY, "<import minimum-share=\"80%\" floor=\"10\"/>",
                        "<import minimum-share=\"80%\" floor=\"10\" on-error=\"hold\"/>"
                                + "<import object-type=\"groupOfNames\" minimum-share=\"50%\"/>"
                                + "<import-changes adds=\"7\" deletes-share=\"5%\"/>"
                                + "<import-changes object-type=\"groupOfNames\" updates=\"9\" window=\"PT1H\"/>")
                .ruleset()
                .connectors()
                .get("directory")
                .guards();
        assertEquals(new Guards.ImportGuard(0.8, 10, true), guards.importsOf("inetOrgPerson"));
        assertEquals(new Guards.ImportGuard(0.5, 5), guards.importsOf("groupOfNames"));
        assertEquals(ChangeGuard.Limit.number(7), guards.importChangesOf("inetOrgPerson").adds());
        assertEquals(ChangeGuard.Limit.share(0.05), guards.importChangesOf("inetOrgPerson").deletes());
        assertEquals(ChangeGuard.Limit.NONE, guards.importChangesOf("inetOrgPerson").updates());
        assertEquals(ChangeGuard.Limit.number(9), guards.importChangesOf("groupOfNames").updates());
        assertEquals(Duration.ofHours(1), guards.importChangesOf("groupOfNames").window());
        assertFalse(Guards.DEFAULT.limitImportChanges());
    }

    @Test
    void partitionsAreRead() throws Exception {
        SampleFolder sample = SampleFolder.in(folder)
                .with(DIRECTORY, "<object-type name=\"inetOrgPerson\"",
                        "<partition name=\"people\" base=\"ou=People,%Base%\"><include container=\"ou=Staff,ou=People,%Base%\"/>"
                                + "</partition><object-type name=\"inetOrgPerson\"")
                .with(DIRECTORY, "<delta-import/>", "<delta-import partition=\"people\"/>");
        ConnectorDefinition directory = sample.ruleset().connectors().get("directory");
        assertEquals(
                List.of(new Partition("people", "ou=People,dc=adventure-works,dc=com",
                        List.of("ou=Staff,ou=People,dc=adventure-works,dc=com"), List.of())),
                directory.partitions().all());
        assertEquals("people",
                directory.runProfile("export").orElseThrow().steps().getLast().options().partition());
    }

    @Test
    void auditFilesAreRead() throws Exception {
        List<RunProfile.Step> steps = SampleFolder.in(folder)
                .with(DIRECTORY, "<delta-import/>",
                        "<full-import drop-file=\".syncline/audit/a.xml\"/><full-import drop-file=\"/tmp/a.xml\""
                                + " after-drop=\"continue\"/><full-import resume-file=\"data/a.xml\"/>")
                .ruleset()
                .connectors()
                .get("directory")
                .runProfile("export")
                .orElseThrow()
                .steps();
        assertEquals(
                List.of(
                        new AuditFile(Use.DROP_AND_STOP, ".syncline/audit/a.xml"),
                        new AuditFile(Use.DROP_AND_CONTINUE, "/tmp/a.xml"),
                        new AuditFile(Use.RESUME, "data/a.xml")),
                steps.stream().skip(1).map(step -> step.options().auditFile()).toList());
    }

    @Test
    void anAuditFileOfSensitiveAnchorsIsRefused() throws Exception {
        assertEquals(
                List.of("connectors/hr.xml:21:52: The anchor of 'employee' is sensitive, and an audit file names every"
                        + " object by its anchor; leave drop-file out"),
                SampleFolder.in(folder)
                        .with(HR, "<attribute name=\"EmployeeKey\"/>",
                                "<attribute name=\"EmployeeKey\" sensitive=\"true\"/>")
                        .with(HR, "<full-import/>", "<full-import drop-file=\"data/a.xml\"/>")
                        .problems());
    }

    @Test
    void optionsOfStepsAreRead() throws Exception {
        RunProfile profile = SampleFolder.in(folder)
                .with(DIRECTORY, "<delta-import/>",
                        "<delta-import error-limit=\"1\" stage-only=\"true\" if-refused=\"full-import\"><guards>"
                                + "<import minimum-share=\"70%\"/></guards></delta-import>")
                .ruleset()
                .connectors()
                .get("directory")
                .runProfile("export")
                .orElseThrow();
        assertEquals(StepOptions.DEFAULT, profile.steps().getFirst().options());
        StepOptions options = profile.steps().getLast().options();
        assertEquals(1, options.errorLimit());
        assertTrue(options.stageOnly());
        assertTrue(options.fullIfRefused());
        assertEquals(new Guards.ImportGuard(0.7, 5), options.guards().importGuard());
    }
}
