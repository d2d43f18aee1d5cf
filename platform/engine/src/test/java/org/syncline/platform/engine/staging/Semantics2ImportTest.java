package org.syncline.platform.engine.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.operations.ImportApproval;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Section 2 of the semantics, sentence by sentence. */
class Semantics2ImportTest {
    private static final String HR = "connectors/hr.xml";
    private static final String DIRECTORY = "connectors/directory.xml";

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

    private void employ(int from, int to) {
        for (int number = from; number <= to; number++) {
            house.employ("" + number, "Ann", "Number" + number);
        }
    }

    /** HR is read, accounts are decided on, nothing is sent. */
    private void decide() {
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
    }

    private void anchorsComeLate() {
        house.with(DIRECTORY, "<setting name=\"names\" value=\"true\"/>",
                "<setting name=\"names\" value=\"true\"/><setting name=\"tells-anchors\" value=\"false\"/>"
                        + "<setting name=\"read-one\" value=\"false\"/>");
    }

    @Nested
    @DisplayName("2.1 matching")
    class Matching {

        @Test
        @DisplayName("2.1 match by anchor")
        void anObjectIsRecognizedByItsAnchorWhateverElseChanged() {
            house.account("a1", "ann", "1", "Smith");
            house.run("directory", Kind.FULL_IMPORT);
            long id = house.staged("directory", "a1").id();
            house.account("a1", "anna", "2", "Jones", "Else");

            StepReport report = house.run("directory", Kind.FULL_IMPORT);

            assertEquals(1, house.staged("directory").size());
            assertEquals(id, house.staged("directory", "a1").id());
            assertEquals(0, report.counters().of(Counter.STAGE_DELETE));
        }

        @Test
        @DisplayName("2.1 objects without an anchor are matched by secondary key")
        void aNewAccountIsRecognizedByItsSecondaryKeyWhereTheSystemCallsItOtherwise() {
            anchorsComeLate();
            house.with(DIRECTORY, "anchor=\"uuid\"", "anchor=\"uuid\" secondary-key=\"uid\"");
            house.employ("1", "Ann", "Smith");
            decide();
            house.run("directory", Kind.EXPORT);
            assertNull(house.staged("directory").getFirst().anchor());
            Anchor anchor = house.directory().objects("account").getFirst().anchor();
            house.account(anchor.text(), "ASmith", "1", "Smith", "Moved by the system");

            StepReport report = house.run("directory", Kind.FULL_IMPORT);

            assertEquals(1, house.staged("directory").size());
            assertEquals(anchor, house.staged("directory").getFirst().anchor());
            assertEquals(0, report.counters().of(Counter.STAGE_ADD) + report.counters().of(Counter.STAGE_DELETE));
        }

        @Test
        @DisplayName("2.1 ... of one or several attributes")
        void aSecondaryKeyMayBeSeveralAttributes() {
            anchorsComeLate();
            house.with(DIRECTORY, "anchor=\"uuid\"", "anchor=\"uuid\" secondary-key=\"sn givenName\"");
            house.employ("1", "Ann", "Smith");
            decide();
            house.run("directory", Kind.EXPORT);
            Anchor anchor = house.directory().objects("account").getFirst().anchor();
            Attributes account = house.directory().objects("account").getFirst().attributes();
            house.directory().put(anchor, account.with("dn", new TextValue("cn=moved")));

            house.run("directory", Kind.FULL_IMPORT);

            assertEquals(anchor, house.staged("directory").getFirst().anchor());
            assertEquals(1, house.staged("directory").size());
        }

        @Test
        @DisplayName("2.1 ... then by DN: a confirming import of a new account never makes a twin")
        void aNewAccountIsRecognizedByItsName() {
            anchorsComeLate();
            house.employ("1", "Ann", "Smith");
            decide();
            house.run("directory", Kind.EXPORT);

            StepReport report = house.run("directory", Kind.FULL_IMPORT);

            assertEquals(1, house.staged("directory").size());
            assertTrue(house.staged("directory").getFirst().hologram().unconfirmedExport().isNone());
            assertEquals(StepResult.SUCCESS, report.result());
        }

        @Test
        @DisplayName("2.1 only objects without an anchor are matched by secondary key or DN")
        void anAnchoredObjectIsNeverMistakenForAnotherOfItsNameOrKey() {
            house.with(DIRECTORY, "anchor=\"uuid\"", "anchor=\"uuid\" secondary-key=\"uid\"");
            house.account("a1", "ann", "1", "Smith");
            house.run("directory", Kind.FULL_IMPORT);
            long id = house.staged("directory", "a1").id();
            house.directory().remove("account", new Anchor("a1"));
            house.account("a2", "ann", "1", "Smith");

            StepReport report = house.run("directory", Kind.DELTA_IMPORT);

            assertEquals(1, report.counters().of(Counter.STAGE_ADD));
            assertTrue(id != house.staged("directory", "a2").id());
        }

        @Test
        @DisplayName("2.1 a foreign anchor on a provisional DN takes over its link and draft if the join rules agree")
        void anAccountThatSomebodyCreatedMeanwhileTakesOverTheDraftIfTheJoinRulesAgree() {
            house.employ("1", "Ann", "Smith");
            decide();
            long identity = house.staged("directory").getFirst().link().identity();
            house.account("by hand", "asmith", "1", "Smyth");

            house.run("directory", Kind.DELTA_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);
            house.run("directory", Kind.EXPORT);

            ConnectorSpaceObject account = house.staged("directory", "by hand");
            assertEquals(1, house.staged("directory").size());
            assertEquals(identity, account.link().identity());
            assertFalse(account.isDraft());
            assertEquals("Smith", house.directory().objects("account").getFirst().attributes().text("sn"));
        }

        @Test
        @DisplayName("2.1 ... else dn-in-use")
        void anotherPersonsAccountOnTheNameOfADraftIsNotTakenOver() {
            house.with("rules/provisioning/directory.xml",
                    "<numbered>LCase(Left([givenName],1) &amp; [sn])</numbered>",
                    "<candidate>[employeeId]</candidate>");
            house.with("rules/provisioning/directory.xml", "EscapeDNComponent({uid})",
                    "EscapeDNComponent(LCase([sn]))");
            house.employ("1", "Ann", "Smith");
            decide();
            house.account("other", "smith", "777", "Smith");

            house.run("directory", Kind.DELTA_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);

            assertEquals(List.of("dn-in-use"), house.errors("directory"));
            assertEquals(LinkState.DISCONNECTED, house.staged("directory", "other").link().state());
            assertEquals(1, house.staged("directory").size());
        }

        @Test
        @DisplayName("2.1 ... and where the rules know another name, the account gets it at once")
        void aDraftWhoseNameIsTakenFindsAnother() {
            house.employ("1", "Ann", "Smith");
            decide();
            house.account("other", "asmith", "777", "Smith");

            house.run("directory", Kind.DELTA_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);
            house.run("directory", Kind.EXPORT);

            assertEquals(List.of("uid=asmith,ou=People,dc=test", "uid=asmith2,ou=People,dc=test"), house.accounts());
            assertEquals(List.of(), house.errors("directory"));
        }
    }

    @Nested
    @DisplayName("2.4 obsoletion")
    class Obsoleting {

        @Test
        @DisplayName("2.4 objects not seen are staged as deleted")
        void whatAFullImportThatEndedWellDoesNotSeeIsStagedAsDeleted() {
            employ(1, 3);
            house.run("hr", Kind.FULL_IMPORT);
            house.run("hr", Kind.FULL_SYNC);
            house.dismiss("2");

            StepReport report = house.run("hr", Kind.FULL_IMPORT);

            assertEquals(1, report.counters().of(Counter.STAGE_DELETE));
        }

        @Test
        @DisplayName("2.4 except accounts whose add is unconfirmed: they are read back once")
        void anAccountThatTheImportDidNotShowYetIsReadBack() {
            house.with(DIRECTORY, "<attribute name=\"uid\"/>",
                    "<read><when>[sn] &lt;&gt; \"late\"</when></read><attribute name=\"uid\"/>");
            house.employ("1", "Ann", "Smith");
            decide();
            house.run("directory", Kind.EXPORT);

            StepReport report = house.run("directory", Kind.FULL_IMPORT);

            assertEquals(0, report.counters().of(Counter.STAGE_DELETE));
            assertTrue(house.staged("directory").getFirst().link().isJoined());
        }

        @Test
        @DisplayName("2.4 ... then added again idempotently")
        void anAccountThatNeverArrivedIsAddedAgain() {
            house.employ("1", "Ann", "Smith");
            decide();
            house.directory().faults().dropNext(ExportOperation.Add.class::isInstance);
            house.run("directory", Kind.EXPORT);
            assertEquals(List.of(), house.accounts());

            house.run("directory", Kind.FULL_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);
            house.run("directory", Kind.EXPORT);

            assertEquals(List.of("uid=asmith,ou=People,dc=test"), house.accounts());
            assertEquals(List.of(), house.errors("directory"));
        }

        @Test
        @DisplayName("2.4 ... less than confirm-within")
        void whereOneObjectCannotBeReadANewAccountMayBeMissingForAWhile() {
            anchorsComeLate();
            house.employ("1", "Ann", "Smith");
            decide();
            house.directory().faults().dropNext(ExportOperation.Add.class::isInstance);
            house.run("directory", Kind.EXPORT);

            house.wait(Duration.ofMinutes(14));
            house.run("directory", Kind.FULL_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);
            assertFalse(house.staged("directory").getFirst().isDraft());

            house.wait(Duration.ofMinutes(2));
            house.run("directory", Kind.FULL_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);
            house.run("directory", Kind.EXPORT);
            assertEquals(List.of("uid=asmith,ou=People,dc=test"), house.accounts());
        }
    }

    @Nested
    @DisplayName("2.8 names and types that change hands")
    class ChangingHands {

        @Test
        @DisplayName("2.8 same DN under another anchor: the older object is transient until its rename arrives; its exports wait")
        void theExportsOfAnObjectWhoseNameAnotherHasWaitUntilItsRenameArrives() {
            house.account("old", "ann", "1", "Smith");
            house.employ("1", "Ann", "Smith");
            house.cycle();
            house.account("new", "ann", "777", "Stranger");
            house.run("directory", Kind.DELTA_IMPORT);
            house.employ("1", "Ann", "Jones");
            house.run("hr", Kind.DELTA_IMPORT);
            house.run("hr", Kind.DELTA_SYNC);

            StepReport export = house.run("directory", Kind.EXPORT);

            assertTrue(house.staged("directory", "old").presence().displaced());
            assertEquals(0, export.counters().of(Counter.EXPORT_UPDATE));

            house.account("old", "ann2", "1", "Smith");
            house.run("directory", Kind.DELTA_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);
            house.run("directory", Kind.EXPORT);

            assertFalse(house.staged("directory", "old").presence().displaced());
            assertEquals("Jones", house.directory().find("account", new Anchor("old")).orElseThrow().attributes()
                    .text("sn"));
            assertEquals("Stranger", house.directory().find("account", new Anchor("new")).orElseThrow().attributes()
                    .text("sn"));
        }

        @Test
        @DisplayName("2.8 ... or delete arrives")
        void aTransientObjectGoesWhenItsDeletionArrives() {
            house.account("old", "ann", "1", "Smith");
            house.run("directory", Kind.FULL_IMPORT);
            house.account("new", "ann", "1", "Smith");
            house.run("directory", Kind.DELTA_IMPORT);
            house.directory().remove("account", new Anchor("old"));

            house.run("directory", Kind.DELTA_IMPORT);
            house.run("directory", Kind.DELTA_SYNC);

            assertEquals(List.of("new"), house.staged("directory").stream()
                    .map(object -> object.anchor().text()).toList());
        }

        @Test
        @DisplayName("2.8 two objects that swap their names are not transient")
        void objectsThatSwapTheirNamesInOnePageAreNotTransient() {
            house.account("a", "ann", "1", "Smith");
            house.account("b", "bob", "2", "Smith");
            house.run("directory", Kind.FULL_IMPORT);
            house.account("a", "bob", "1", "Smith");
            house.account("b", "ann", "2", "Smith");

            house.run("directory", Kind.DELTA_IMPORT);

            assertTrue(house.staged("directory").stream().noneMatch(object -> object.presence().displaced()));
        }

        @Test
        @DisplayName("2.8 deleted and added under one anchor: one evaluation, not two")
        void anObjectThatIsDeletedAndAddedAgainKeepsItsLinkAndIsEvaluatedOnce() {
            house.employ("1", "Ann", "Smith");
            house.cycle();
            long identity = house.staged("hr", "1").link().identity();
            house.dismiss("1");
            house.run("hr", Kind.DELTA_IMPORT);
            house.employ("1", "Ann", "Jones");

            StepReport staged = house.run("hr", Kind.DELTA_IMPORT);
            StepReport evaluated = house.run("hr", Kind.DELTA_SYNC);

            assertEquals(1, staged.counters().of(Counter.STAGE_DELETE_ADD));
            assertEquals(1, evaluated.counters().of(Counter.CONNECTOR_FLOW));
            assertEquals(0, evaluated.counters().of(Counter.CONNECTOR_DELETE_LEAVE_MV));
            assertEquals(identity, house.staged("hr", "1").link().identity());
        }
    }

    private StepReport error(Kind kind) {
        house.hr()
                .faults()
                .reportNext(new DiscoveryError(
                        DiscoveryError.Code.MALFORMED_ROW, "employee", null, "hr.csv:7", "The row has no key."));
        return house.run("hr", kind);
    }

    private void guards(String... guards) {
        house.with(HR, "</object-type>\n</connector>",
                "</object-type>\n<guards>" + String.join("", guards) + "</guards>\n</connector>");
    }

    @Nested
    @DisplayName("2.5 guards of imports")
    class Guarding {

        private void synchronizedEmployees(int count) {
            employ(1, count);
            house.run("directory", Kind.FULL_IMPORT);
            house.run("hr", Kind.FULL_IMPORT);
            house.run("hr", Kind.FULL_SYNC);
        }

        private ImportApproval.Released approve() {
            return new ImportApproval(house.store(), house.clock())
                    .approve(house.ruleset().connectors().get("hr"), "ann").orElseThrow();
        }

        @Test
        @DisplayName("2.5 a full import with a discovery error stages no deletes; bad input never stops the other objects")
        void anErrorOfOneRowStagesNoDeletesAndStopsNoOtherObject() {
            synchronizedEmployees(3);
            house.dismiss("2");
            house.employ("4", "New", "One");

            StepReport report = error(Kind.FULL_IMPORT);

            assertEquals(StepResult.COMPLETED_DISCOVERY_ERRORS, report.result());
            assertEquals(0, report.counters().of(Counter.STAGE_DELETE));
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_SYNC).result());
            assertEquals(4, house.identities());
        }

        @Test
        @DisplayName("2.5 ... and holds its connector where the administrator wants it, until a full import ends well")
        void anErrorOfOneRowHoldsTheConnectorWhereOnErrorSaysSo() {
            guards("<import on-error='hold'/>");
            synchronizedEmployees(3);
            house.employ("4", "New", "One");

            assertEquals(StepResult.STOPPED_IMPORT_GUARD, error(Kind.FULL_IMPORT).result());
            assertEquals(StepResult.NO_START_HELD, house.run("hr", Kind.DELTA_SYNC).result());

            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.FULL_IMPORT).result());
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_SYNC).result());
            assertEquals(4, house.identities());
        }

        @Test
        @DisplayName("2.5 ... or a person approves")
        void aPersonApprovesAnImportWithErrors() {
            guards("<import on-error='hold'/>");
            synchronizedEmployees(3);
            house.employ("4", "New", "One");
            error(Kind.FULL_IMPORT);

            approve();

            assertEquals(StepResult.COMPLETED_DISCOVERY_ERRORS, error(Kind.FULL_IMPORT).result());
            house.run("hr", Kind.DELTA_SYNC);
            assertEquals(4, house.identities());
            assertTrue(approvedOf("hr").containsValue(1L));
            house.run("hr", Kind.FULL_IMPORT);
            assertEquals(Map.of(), approvedOf("hr"));
        }

        @Test
        @DisplayName("2.5 a broken stream stages no deletes and holds the connector")
        void aBrokenStreamHoldsTheConnectorUntilAFullImportEndsWell() {
            synchronizedEmployees(5);
            house.hr().faults().breakNextImportAfter(2);

            StepReport broken = house.run("hr", Kind.FULL_IMPORT);

            assertEquals(StepResult.STOPPED_CONNECTIVITY, broken.result());
            assertEquals(0, broken.counters().of(Counter.STAGE_DELETE));
            assertEquals(StepResult.NO_START_HELD, house.run("hr", Kind.FULL_SYNC).result());
            house.run("hr", Kind.DELTA_IMPORT);
            assertEquals(StepResult.NO_START_HELD, house.run("hr", Kind.DELTA_SYNC).result());
            house.run("hr", Kind.FULL_IMPORT);
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_SYNC).result());
        }

        @Test
        @DisplayName("2.5 read guard: fewer than minimum-share (default 90 %) of the staged objects of a type, with a floor")
        void aFullImportThatSeesTooFewHoldsTheConnectorAndSaysHowToGoOn() {
            synchronizedEmployees(20);
            for (int number = 1; number <= 6; number++) {
                house.dismiss("" + number);
            }

            StepReport report = house.run("hr", Kind.FULL_IMPORT);

            assertEquals(StepResult.STOPPED_READ_GUARD, report.result());
            assertEquals(0, report.counters().of(Counter.STAGE_DELETE));
            assertTrue(report.message().contains("Only 14 of 20 staged objects of type 'employee' were seen"));
            assertTrue(report.message().contains("syncline approve-import " + folder + " --connector hr"));
            assertEquals(StepResult.NO_START_HELD, house.run("hr", Kind.DELTA_SYNC).result());
        }

        @Test
        @DisplayName("2.5 ... as few as the floor may always be missing")
        void aFewMayAlwaysBeMissing() {
            synchronizedEmployees(6);
            for (int number = 1; number <= 5; number++) {
                house.dismiss("" + number);
            }
            assertEquals(5, house.run("hr", Kind.FULL_IMPORT).counters().of(Counter.STAGE_DELETE));
        }

        @Test
        @DisplayName("2.5 ... and a person approves: the next full import may see as few, not fewer")
        void whatWasApprovedAsMissingIsDeletedByTheNextFullImportAndNotMore() {
            synchronizedEmployees(20);
            for (int number = 1; number <= 6; number++) {
                house.dismiss("" + number);
            }
            house.run("hr", Kind.FULL_IMPORT);
            assertEquals(Map.of("employee seen", 14L), approve().measured());
            house.dismiss("7");
            assertEquals(StepResult.STOPPED_READ_GUARD, house.run("hr", Kind.FULL_IMPORT).result());
            approve();

            StepReport report = house.run("hr", Kind.FULL_IMPORT);

            assertEquals(StepResult.SUCCESS, report.result());
            assertEquals(7, report.counters().of(Counter.STAGE_DELETE));
            assertEquals(Map.of(), approvedOf("hr"));
        }

        @Test
        @DisplayName("2.5 read guard per object type")
        void eachObjectTypeMayHaveItsOwnReadGuard() {
            guards("<import minimum-share='90%' floor='0'/>",
                    "<import object-type='employee' minimum-share='40%' floor='0'/>");
            synchronizedEmployees(10);
            for (int number = 1; number <= 6; number++) {
                house.dismiss("" + number);
            }
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.FULL_IMPORT).result());
            house.dismiss("7");
            house.dismiss("8");
            house.dismiss("9");
            assertEquals(StepResult.STOPPED_READ_GUARD, house.run("hr", Kind.FULL_IMPORT).result());
        }

        @Test
        @DisplayName("4.5 the import-change guard, after import and before synchronization, has the same form")
        void tooManyImportedChangesHoldTheConnectorUntilAPersonApprovesThem() {
            guards("<import-changes updates='2'/>");
            synchronizedEmployees(5);
            for (int number = 1; number <= 3; number++) {
                house.employ("" + number, "Ann", "Changed");
            }

            StepReport report = house.run("hr", Kind.DELTA_IMPORT);

            assertEquals(StepResult.STOPPED_IMPORT_GUARD, report.result());
            assertTrue(report.message().startsWith(
                    "3 objects of type 'employee' in 'hr' are changed, 5 are joined; 2 may be."), report.message());
            assertEquals(StepResult.NO_START_HELD, house.run("hr", Kind.DELTA_SYNC).result());
            assertEquals(StepResult.STOPPED_IMPORT_GUARD, house.run("hr", Kind.FULL_IMPORT).result());

            assertEquals(Map.of("employee changed", 3L), approve().measured());
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
            house.run("hr", Kind.DELTA_SYNC);
            house.run("hr", Kind.DELTA_IMPORT);
            assertEquals(Map.of(), approvedOf("hr"));
        }

        @Test
        @DisplayName("4.5 adds, updates, deletes, cleared values; absolute or share, with a floor")
        void theImportChangeGuardCountsEachKind() {
            guards("<import minimum-share='0%'/>",
                    "<import-changes adds='1' deletes-share='20%' cleared-values='1' floor='2'/>");
            employ(1, 1);
            house.run("directory", Kind.FULL_IMPORT);
            house.run("hr", Kind.FULL_IMPORT);
            house.run("hr", Kind.FULL_SYNC);
            employ(2, 3);
            assertTrue(house.run("hr", Kind.DELTA_IMPORT).message().contains("are added, 1 are joined; 1 may be"));
            approve();
            house.run("hr", Kind.DELTA_SYNC);
            house.employ("1", null, "Number1");
            house.employ("2", null, "Number2");
            assertTrue(house.run("hr", Kind.DELTA_IMPORT).message().contains("left without a value in 'first'"));
            approve();
            house.run("hr", Kind.DELTA_SYNC);
            house.dismiss("1");
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
            house.dismiss("2");
            assertTrue(house.run("hr", Kind.DELTA_IMPORT).message().contains("20.0 % of them may be"));
        }

        @Test
        @DisplayName("4.5 window sums what was imported within it")
        void aWindowSumsWhatWasImportedWithinIt() {
            guards("<import-changes updates='2' window='PT24H'/>");
            synchronizedEmployees(5);
            house.employ("1", "Ann", "Changed");
            house.employ("2", "Ann", "Changed");
            house.run("hr", Kind.DELTA_IMPORT);
            house.run("hr", Kind.DELTA_SYNC);
            house.wait(Duration.ofHours(1));
            house.employ("3", "Ann", "Changed");
            assertEquals(StepResult.STOPPED_IMPORT_GUARD, house.run("hr", Kind.DELTA_IMPORT).result());
        }

        @Test
        @DisplayName("4.5 window sums each object type by itself, also what was disabled or cleared")
        void aWindowSumsEachObjectTypeByItself() {
            house.with(HR, "</object-type>", "</object-type><object-type name='contractor' anchor='id'>"
                    + "<attribute name='id'/><attribute name='first'/><attribute name='last'/></object-type>");
            guards("<import-changes object-type='employee' updates='2' cleared-values='1' window='PT24H'/>"
                    + "<import-changes object-type='contractor' updates='2' window='PT24H'/>");
            synchronizedEmployees(5);
            house.employ("contractor", "9", "Bob", "Bell");
            house.run("hr", Kind.DELTA_IMPORT);
            house.employ("contractor", "9", "Bob", "Changed");
            house.employ("1", "Ann", "Changed");
            house.employ("2", "Ann", null);
            house.run("hr", Kind.DELTA_IMPORT);
            house.run("hr", Kind.DELTA_SYNC);
            house.wait(Duration.ofHours(1));
            house.employ("contractor", "9", "Bob", "Again");
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
            house.run("hr", Kind.DELTA_SYNC);
            house.employ("3", "Ann", null);
            StepReport held = house.run("hr", Kind.DELTA_IMPORT);
            assertEquals(StepResult.STOPPED_IMPORT_GUARD, held.result());
            assertTrue(held.message().contains("3 objects of type 'employee' in 'hr' are changed"), held::message);
            assertTrue(
                    held.message().contains("2 objects of type 'employee' in 'hr' are left without a value in 'last'"),
                    held::message);
        }

        @Test
        @DisplayName("4.5 whether an object counts as disabled is judged by the day of the configured zone")
        void disabledIsJudgedInTheConfiguredZone() {
            house.with(HR, "</object-type>",
                    "<disabled><when>[last] = FormatDateTime(Today(), \"yyyy-MM-dd\")</when></disabled></object-type>");
            house.with("syncline.xml", "name=\"imports\"", "name=\"imports\" zone=\"Pacific/Auckland\"");
            guards("<import-changes disables='0'/>");
            synchronizedEmployees(2);
            house.wait(Duration.ofHours(12));
            house.employ("1", "Ann", "2026-01-01");
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
            house.employ("2", "Ann", "2026-01-02");
            assertEquals(StepResult.STOPPED_IMPORT_GUARD, house.run("hr", Kind.DELTA_IMPORT).result());
        }

        @Test
        @DisplayName("5 guards of a step stand in place of the connector's")
        void theGuardsOfAStepStandInPlaceOfTheConnectors() {
            house.with(HR, "</object-type>\n</connector>", "</object-type>\n<run-profile name='careful'><full-import>"
                    + "<guards><import minimum-share='100%' floor='0'/></guards></full-import></run-profile>\n</connector>");
            synchronizedEmployees(5);
            house.dismiss("1");
            assertEquals(StepResult.STOPPED_READ_GUARD, house.profile("hr", "careful").getFirst().result());
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.FULL_IMPORT).result());
        }
    }

    private Map<String, Long> approvedOf(String connector) {
        return house.store().watermarks().holdOf(connector).approved();
    }

    @Nested
    @DisplayName("2.6 watermarks")
    class Watermarks {

        private void profiles(String options) {
            house.with(HR, "</object-type>\n</connector>", "</object-type>\n<run-profile name='delta'><delta-import"
                    + options + "/><delta-sync/></run-profile>\n</connector>");
        }

        private List<String> results(List<StepReport> reports) {
            return reports.stream()
                    .map(report -> report.request().step().kind().text() + ": " + report.result().text())
                    .toList();
        }

        @Test
        @DisplayName("2.6 watermark missing: full-import-required")
        void aDeltaImportWithoutAWatermarkAsksForAFullImport() {
            StepReport report = house.run("hr", Kind.DELTA_IMPORT);
            assertEquals(StepResult.FULL_IMPORT_REQUIRED, report.result());
            assertTrue(report.message().contains("Run a full import of 'hr'"));
        }

        private void selectTitles() {
            house.with(HR, "<attribute name=\"last\"/>", "<attribute name=\"last\"/><attribute name=\"title\"/>");
        }

        @Test
        @DisplayName("2.6 what is selected since everything was read is in no delta: full-import-required")
        void aDeltaImportDoesNotGoOnFromWhatSelectedLess() {
            employ(1, 2);
            house.run("hr", Kind.FULL_IMPORT);
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
            selectTitles();
            house.hr().put(new Anchor("1"), Attributes.builder(house.type("hr", "employee"))
                    .set("id", "1").set("first", "Ann").set("last", "Number1").set("title", "Chief").build());

            StepReport refused = house.run("hr", Kind.DELTA_IMPORT);
            assertEquals(StepResult.FULL_IMPORT_REQUIRED, refused.result());
            assertTrue(refused.message().contains("attribute 'title' of 'employee' is new"), refused.message());

            StepReport read = house.run("hr", Kind.FULL_IMPORT);
            assertEquals(StepResult.SUCCESS, read.result());
            assertEquals("Everything was read again: attribute 'title' of 'employee' is new.", read.message());
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
            assertNull(house.run("hr", Kind.FULL_IMPORT).message());
        }

        @Test
        @DisplayName("2.6 a cycle reads everything again by itself where something else is selected")
        void aCycleReadsWhatIsNewlySelected() {
            employ(1, 2);
            house.cycle();
            assertEquals(Kind.DELTA_IMPORT, importOfHr(house.cycle()));
            selectTitles();
            assertEquals(Kind.FULL_IMPORT, importOfHr(house.cycle()));
            assertEquals(Kind.DELTA_IMPORT, importOfHr(house.cycle()));
        }

        private Kind importOfHr(List<StepReport> reports) {
            return reports.stream()
                    .filter(report -> report.request().connector().equals("hr"))
                    .map(report -> report.request().step().kind())
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        @DisplayName("2.6 a broken full import of what is newly selected leaves it required")
        void aBrokenFullImportLeavesTheNextOneRequired() {
            employ(1, 20);
            house.run("hr", Kind.FULL_IMPORT);
            selectTitles();
            for (int number = 1; number <= 15; number++) {
                house.dismiss("" + number);
            }
            assertEquals(StepResult.STOPPED_READ_GUARD, house.run("hr", Kind.FULL_IMPORT).result());
            assertEquals(StepResult.FULL_IMPORT_REQUIRED, house.run("hr", Kind.DELTA_IMPORT).result());
        }

        @Test
        @DisplayName("2.6 what is not read any more, and what only rules are about, needs no full import")
        void whatIsSelectedNoMoreNeedsNoFullImport() {
            selectTitles();
            employ(1, 2);
            house.run("hr", Kind.FULL_IMPORT);
            house.with(HR, "<attribute name=\"title\"/>", "<filter><when>[last] = \"Number2\"</when></filter>");
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
        }

        @Test
        @DisplayName("2.6 watermark expired or refused: full-import-required; the old one stays")
        void aRefusedWatermarkAsksForAFullImport() {
            employ(1, 2);
            house.run("hr", Kind.FULL_IMPORT);
            house.hr().expireWatermarks();

            StepReport report = house.run("hr", Kind.DELTA_IMPORT);

            assertEquals(StepResult.FULL_IMPORT_REQUIRED, report.result());
            assertTrue(report.message().contains("Run a full import"));
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.FULL_IMPORT).result());
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_IMPORT).result());
        }

        @Test
        @DisplayName("2.6 a profile may say to do it at once")
        void aProfileMaySayToDoTheFullImportAtOnce() {
            profiles(" if-refused='full-import'");
            house.run("directory", Kind.FULL_IMPORT);
            employ(1, 2);

            assertEquals(
                    List.of("delta-import: full-import-required", "full-import: success", "delta-sync: success"),
                    results(house.profile("hr", "delta")));
            house.hr().expireWatermarks();
            assertEquals(
                    List.of("delta-import: full-import-required", "full-import: success", "delta-sync: success"),
                    results(house.profile("hr", "delta")));
            assertEquals(
                    List.of("delta-import: success", "delta-sync: success"), results(house.profile("hr", "delta")));
        }

        @Test
        @DisplayName("2.6 ... otherwise the profile stops")
        void aProfileThatDoesNotSayItStops() {
            profiles("");
            assertEquals(List.of("delta-import: full-import-required"), results(house.profile("hr", "delta")));
        }

        @Test
        @DisplayName("2.6 a cycle does it at once")
        void aCycleReadsEverythingWhereADeltaIsRefused() {
            employ(1, 2);
            house.cycle();
            house.hr().expireWatermarks();
            employ(3, 3);

            List<StepReport> reports = house.cycle();

            assertTrue(results(reports).contains("delta-import: full-import-required"));
            assertEquals(3, house.accounts().size());
        }

        @Test
        @DisplayName("2.6 the watermark is stored in the transaction of the page it follows")
        void aDeltaThatBreaksOffResumesAfterTheLastPageThatWasStaged() {
            house.run("hr", Kind.FULL_IMPORT);
            employ(1, 4);
            house.hr().faults().breakNextImportAfter(2);
            Step pages = new Step(Kind.DELTA_IMPORT, 2);

            assertEquals(StepResult.STOPPED_CONNECTIVITY, house.run("hr", pages).result());
            assertEquals(2, house.staged("hr").size());
            house.hr().resetCounts();
            house.run("hr", pages);

            assertEquals(4, house.staged("hr").size());
            assertEquals(2, house.hr().counts().objectsRead());
        }

        @Test
        @DisplayName("2.6 a page staged twice changes nothing")
        void aPageThatIsStagedTwiceChangesNothing() {
            house.run("hr", Kind.FULL_IMPORT);
            ImportState before = house.state("hr");
            employ(1, 3);
            house.run("hr", Kind.DELTA_IMPORT);
            List<ConnectorSpaceObject> staged = house.staged("hr");
            house.store().watermarks().keep("hr", before);

            StepReport again = house.run("hr", Kind.DELTA_IMPORT);

            assertEquals(staged, house.staged("hr"));
            assertEquals(StepResult.SUCCESS, again.result());
        }
    }

    @Nested
    @DisplayName("2.9 bad rows")
    class BadRows {

        @Test
        @DisplayName("2.9 per-object discovery errors with file, line or id; the rest continues")
        void anErrorIsKeptWithItsPlaceAndTheRestContinues() {
            employ(1, 2);
            StepReport report = error(Kind.FULL_IMPORT);
            assertEquals(2, house.staged("hr").size());
            assertEquals("hr.csv:7", report.errors().getFirst().title());
            assertEquals("malformed-row", report.errors().getFirst().code());
        }

        @Test
        @DisplayName("2.9 duplicate anchor, also within one page: the first is taken")
        void theSecondOfTwoObjectsWithOneAnchorIsAnError() {
            employ(1, 2);
            house.hr().faults().repeatNext();

            StepReport report = house.run("hr", Kind.FULL_IMPORT);

            assertEquals(2, house.staged("hr").size());
            assertEquals(2, report.counters().of(Counter.STAGE_FAILURE));
            assertEquals(List.of("duplicate-anchor", "duplicate-anchor"), house.errors("hr"));
        }

        @Test
        @DisplayName("2.9 a limit stops the step; a full import that stops so holds its connector")
        void moreErrorsThanTheLimitStopTheStep() {
            house.with(HR, "</object-type>\n</connector>", "</object-type>\n<run-profile name='strict'>"
                    + "<full-import error-limit='1' page-size='1'/><full-sync/></run-profile>\n</connector>");
            employ(1, 3);
            for (int error = 0; error < 2; error++) {
                house.hr().faults().reportNext(new DiscoveryError(
                        DiscoveryError.Code.MALFORMED_ROW, "employee", null, "hr.csv:" + error, "Bad."));
            }

            List<StepReport> reports = house.profile("hr", "strict");

            assertEquals(1, reports.size());
            assertEquals(StepResult.STOPPED_ERROR_LIMIT, reports.getFirst().result());
            assertTrue(reports.getFirst().message().startsWith("2 objects have errors; the step stops after 1"));
            assertEquals(StepResult.NO_START_HELD, house.run("hr", Kind.FULL_SYNC).result());
        }
    }

    @Nested
    @DisplayName("5 steps of imports")
    class Steps {

        @Test
        @DisplayName("5 stage-only: what is read waits for a synchronization that is started by hand")
        void whatIsStagedOnlyWaitsForARunProfileOrAnApproval() {
            house.with(HR, "</object-type>\n</connector>", "</object-type>\n<run-profile name='look'><full-import"
                    + " stage-only='true'/></run-profile><run-profile name='go'><delta-sync/></run-profile>\n</connector>");
            house.run("directory", Kind.FULL_IMPORT);
            employ(1, 2);
            assertEquals(StepResult.SUCCESS, house.profile("hr", "look").getFirst().result());
            assertEquals(2, house.staged("hr").size());

            StepReport held = house.run("hr", Kind.DELTA_SYNC);
            assertEquals(StepResult.NO_START_HELD, held.result());
            assertTrue(held.message().contains("staged only"));
            assertEquals(0, house.identities());

            assertEquals(StepResult.SUCCESS, house.profile("hr", "go").getFirst().result());
            assertEquals(2, house.identities());
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_SYNC).result());

            house.profile("hr", "look");
            new ImportApproval(house.store(), house.clock()).approve(house.ruleset().connectors().get("hr"), "ann");
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_SYNC).result());
        }
    }

    @Nested
    @DisplayName("2.2 unchanged objects, 2.3 changes")
    class Reporting {

        @Test
        @DisplayName("2.2 unchanged: counted, nothing written")
        void anUnchangedObjectIsCountedAndNothingIsWritten() {
            employ(1, 3);
            house.run("hr", Kind.FULL_IMPORT);
            StoreStatistics before = house.store().statistics();

            StepReport report = house.run("hr", Kind.FULL_IMPORT);

            assertEquals(3, report.counters().of(Counter.STAGE_NO_CHANGE));
            assertTrue(house.store().statistics().since(before).rows().keySet().stream()
                    .noneMatch(statement -> statement.startsWith("connector-space.")));
        }

        @Test
        @DisplayName("2.2 the shortcut never applies while something is unconfirmed: a dropped export shows")
        void aDroppedUpdateShowsAlthoughTheSystemReportsWhatItReportedBefore() {
            house.employ("1", "Ann", "Smith");
            house.cycle();
            house.run("directory", Kind.FULL_IMPORT);
            house.employ("1", "Ann", "Jones");
            house.run("hr", Kind.DELTA_IMPORT);
            house.run("hr", Kind.DELTA_SYNC);
            house.directory().faults().dropNext(ExportOperation.Update.class::isInstance);
            house.run("directory", Kind.EXPORT);
            assertEquals(ContentHash.UNKNOWN, house.staged("directory").getFirst().lastReport());

            StepReport report = house.run("directory", Kind.FULL_IMPORT);

            assertEquals(1, report.counters().of(Counter.STAGE_UPDATE));
            assertEquals(List.of("exported-change-not-reimported"), house.errors("directory"));
        }

        @Test
        @DisplayName("2.2 multi-values hash as sets, references whatever their spelling, the selected schema is part of it")
        void theHashKnowsSetsReferencesAndTheSchema() {
            ObjectType type = ObjectType.ofConnectorSpace(
                    "t", AttributeDefinition.multi("phone", AttributeType.STRING),
                    AttributeDefinition.single("boss", AttributeType.REFERENCE));
            ObjectType more = ObjectType.ofConnectorSpace(
                    "t", AttributeDefinition.multi("phone", AttributeType.STRING),
                    AttributeDefinition.single("boss", AttributeType.REFERENCE),
                    AttributeDefinition.single("new", AttributeType.STRING));
            Attributes one = Attributes.builder(type)
                    .set("phone", List.of(new TextValue("1"), new TextValue("2")))
                    .set("boss", ReferenceValue.toDn("uid=a,dc=test"))
                    .build();
            Attributes same = Attributes.builder(type)
                    .set("phone", List.of(new TextValue("2"), new TextValue("1")))
                    .set("boss", ReferenceValue.toDn("UID=A, DC=test"))
                    .build();
            assertEquals(ContentHash.of(one), ContentHash.of(same));
            assertFalse(ContentHash.of(one).equals(ContentHash.of(one.as(more))));
        }

        @Test
        @DisplayName("2.2 a newly declared attribute is read although nothing changed in the system")
        void aNewlyDeclaredAttributeIsNotOverlooked() {
            house.with(HR, "    <attribute name=\"last\"/>\n", "");
            house.with("rules/attribute-flow/hr.xml", "  <import from=\"last\" to=\"sn\"/>\n", "");
            house.hr().put(new Anchor("1"), Attributes.builder(ObjectType.ofConnectorSpace("employee",
                    AttributeDefinition.single("id", AttributeType.STRING),
                    AttributeDefinition.single("last", AttributeType.STRING))).set("id", "1").set("last", "Smith")
                    .build());
            house.run("hr", Kind.FULL_IMPORT);
            house.with(HR, "<attribute name=\"first\"/>", "<attribute name=\"first\"/><attribute name=\"last\"/>");

            house.run("hr", Kind.FULL_IMPORT);

            assertEquals("Smith", house.staged("hr", "1").hologram().imported().text("last"));
        }

        @Test
        @DisplayName("2.3 new: staged add, disconnected; changed: staged update, value by value; reported deleted: staged delete")
        void aNewAChangedAndADeletedObjectAreStagedForWhatTheyAre() {
            employ(1, 2);
            house.run("directory", Kind.FULL_IMPORT);
            StepReport added = house.run("hr", Kind.FULL_IMPORT);
            assertEquals(2, added.counters().of(Counter.STAGE_ADD));
            assertEquals(LinkState.DISCONNECTED, house.staged("hr", "1").link().state());
            house.run("hr", Kind.FULL_SYNC);
            house.employ("1", "Ann", "Changed");
            house.dismiss("2");

            StepReport changed = house.run("hr", Kind.DELTA_IMPORT);

            assertEquals(1, changed.counters().of(Counter.STAGE_UPDATE));
            assertEquals(1, changed.counters().of(Counter.STAGE_DELETE));
            assertEquals(1, house.staged("hr", "1").hologram().pendingImport().changes().size());
        }
    }

    @Nested
    @DisplayName("2.7 patches")
    class Patches {

        @BeforeEach
        void theDirectoryTellsPatches() {
            house.with(DIRECTORY, "<setting name=\"names\" value=\"true\"/>",
                    "<setting name=\"names\" value=\"true\"/><setting name=\"patches\" value=\"true\"/>");
            house.engine();
        }

        private void phones(String... numbers) {
            Attributes account = house.directory().objects("account").getFirst().attributes()
                    .as(house.type("directory", "account"));
            house.directory().put(house.directory().objects("account").getFirst().anchor(),
                    account.with("phone", Content.of(Arrays.stream(numbers).map(TextValue::new).toList())));
        }

        private List<String> phones() {
            return house.staged("directory").getFirst().hologram().imported().get("phone").asList().stream()
                    .map(Value::text).sorted().toList();
        }

        @Test
        @DisplayName("2.7 the unit is the value; what a patch does not mention stays as it was")
        void aPatchAddsAndRemovesSingleValues() {
            house.account("a1", "ann", "1", "Smith");
            house.run("directory", Kind.FULL_IMPORT);
            phones("1", "2");
            house.run("directory", Kind.DELTA_IMPORT);
            phones("2", "3");

            house.run("directory", Kind.DELTA_IMPORT);

            assertEquals(List.of("2", "3"), phones());
            assertEquals("Smith", house.staged("directory", "a1").hologram().imported().text("sn"));
        }

        @Test
        @DisplayName("2.7 ... unconfirmed values stay unconfirmed")
        void whatAPatchDoesNotMentionStaysUnconfirmed() {
            house.account("a1", "ann", "1", "Smith");
            house.employ("1", "Ann", "Smith");
            house.cycle();
            house.run("directory", Kind.FULL_IMPORT);
            house.employ("1", "Ann", "Jones");
            house.run("hr", Kind.DELTA_IMPORT);
            house.run("hr", Kind.DELTA_SYNC);
            house.directory().faults().dropNext(ExportOperation.Update.class::isInstance);
            house.run("directory", Kind.EXPORT);
            phones("7");

            StepReport report = house.run("directory", Kind.DELTA_IMPORT);

            ConnectorSpaceObject account = house.staged("directory", "a1");
            assertEquals("Jones", account.hologram().exported().text("sn"));
            assertEquals("Smith", account.hologram().imported().text("sn"));
            assertFalse(account.hologram().unconfirmedExport().isNone());
            assertEquals(List.of(), report.errors());
        }

        @Test
        @DisplayName("2.7 an object a delta does not name is not confirmed by it")
        void anEmptyDeltaConfirmsNothing() {
            house.account("a1", "ann", "1", "Smith");
            house.employ("1", "Ann", "Jones");
            house.run("directory", Kind.FULL_IMPORT);
            house.run("hr", Kind.FULL_IMPORT);
            house.run("hr", Kind.FULL_SYNC);
            house.directory().faults().dropNext(ExportOperation.Update.class::isInstance);
            house.run("directory", Kind.EXPORT);

            house.run("directory", Kind.DELTA_IMPORT);

            assertFalse(house.staged("directory", "a1").hologram().unconfirmedExport().isNone());
        }

        @Test
        @DisplayName("2.7 a patch for an unknown object: the connector is asked for the whole object")
        void theSystemIsAskedForTheWholeObjectOfAnUnknownPatch() {
            forgetTheAccount();

            StepReport report = house.run("directory", Kind.DELTA_IMPORT);

            assertEquals(1, report.counters().of(Counter.STAGE_ADD));
            assertEquals("Smith", house.staged("directory", "a1").hologram().imported().text("sn"));
            assertEquals(List.of("7"), phones());
        }

        @Test
        @DisplayName("2.7 ... else need-full-object")
        void whereItCannotBeAskedAFullObjectIsNeeded() {
            house.with(DIRECTORY, "<setting name=\"patches\"",
                    "<setting name=\"read-one\" value=\"false\"/><setting name=\"patches\"");
            forgetTheAccount();

            StepReport report = house.run("directory", Kind.DELTA_IMPORT);

            assertEquals(List.of("need-full-object"), house.errors("directory"));
            assertEquals(1, report.counters().of(Counter.STAGE_FAILURE));
            house.run("directory", Kind.FULL_IMPORT);
            assertEquals(List.of(), house.errors("directory"));
        }

        /** The system reports a change of an object that we do not have. */
        private void forgetTheAccount() {
            house.account("a1", "ann", "1", "Smith");
            house.run("directory", Kind.FULL_IMPORT);
            ConnectorSpaceObject staged = house.staged("directory", "a1");
            ObjectKeys keys = new ObjectKeys(house.ruleset());
            house.store().inTransaction(
                    () -> house.store().connectorSpace().write(List.of(keys.change(staged, null))));
            phones("7");
        }

        @Test
        @DisplayName("2.7 a page of patches staged twice changes nothing")
        void patchesThatAreStagedTwiceChangeNothing() {
            house.account("a1", "ann", "1", "Smith");
            house.run("directory", Kind.FULL_IMPORT);
            ImportState before = house.state("directory");
            phones("1", "2");
            house.run("directory", Kind.DELTA_IMPORT);
            List<ConnectorSpaceObject> staged = house.staged("directory");
            house.store().watermarks().keep("directory", before);

            house.run("directory", Kind.DELTA_IMPORT);

            assertEquals(staged, house.staged("directory"));
        }
    }

    @Nested
    @DisplayName("2.8 object type changed")
    class ChangedTypes {

        @BeforeEach
        void hrHasContractorsToo() {
            house.with(HR, "</object-type>\n</connector>", """
                    </object-type>
                      <object-type name="contractor" anchor="id">
                        <attribute name="id"/>
                        <attribute name="first"/>
                        <attribute name="last"/>
                      </object-type>
                    </connector>""");
            String join =
                    "<join-rules xmlns=\"urn:syncline:1\" connector=\"hr\" object-type=\"contractor\" metaverse-type=\"person\">"
                            + "<join name=\"by id\"><match attribute=\"id\" with=\"employeeId\"/></join><project name=\"contractors\"/></join-rules>";
            String flows =
                    "<attribute-flows xmlns=\"urn:syncline:1\" connector=\"hr\" object-type=\"contractor\" metaverse-type=\"person\">"
                            + "<import from=\"id\" to=\"employeeId\" precedence=\"2\"/>"
                            + "<import from=\"first\" to=\"givenName\" precedence=\"2\"/>"
                            + "<import from=\"last\" to=\"sn\" precedence=\"2\"/></attribute-flows>";
            house.write("rules/join/contractors.xml", join);
            house.write("rules/attribute-flow/contractors.xml", flows);
            for (String attribute : List.of("id", "first", "last")) {
                house.with("rules/attribute-flow/hr.xml", "from=\"" + attribute + "\"",
                        "precedence=\"1\" from=\"" + attribute + "\"");
            }
            house.employ("contractor", "1", "Ann", "Smith");
            house.cycle();
        }

        private void becomesAnEmployee() {
            house.hr().remove("contractor", new Anchor("1"));
            house.employ("1", "Ann", "Smith");
        }

        private void assertOneEvaluation(long before, Kind kind) {
            StepReport staged = house.run("hr", kind);
            StepReport evaluated = house.run("hr", Kind.DELTA_SYNC);

            ConnectorSpaceObject employee = house.staged("hr", "1");
            assertEquals("employee", employee.type().name());
            assertEquals(before, employee.id());
            assertEquals(1, house.staged("hr").size());
            assertEquals(1, staged.counters().of(Counter.STAGE_DELETE_ADD));
            assertEquals(0, staged.counters().of(Counter.STAGE_ADD) + staged.counters().of(Counter.STAGE_DELETE));
            assertEquals(0, evaluated.counters().of(Counter.CONNECTOR_DELETE_LEAVE_MV));
            assertEquals(1, evaluated.counters().of(Counter.CONNECTOR_DELETE_ADD_PROCESSED));
            assertEquals(
                    0,
                    evaluated.counters().of(Counter.CONNECTOR_FLOW)
                            + evaluated.counters().of(Counter.CONNECTOR_NO_FLOW));
            assertEquals(List.of("uid=asmith,ou=People,dc=test"), house.accounts());
            assertEquals(List.of(), house.errors("hr"));
        }

        @Test
        @DisplayName("2.8 deleted and added under another type in one delta: one evaluation, not two")
        void aContractorWhoBecomesAnEmployeeInADeltaIsEvaluatedOnce() {
            long before = house.staged("hr", "1").id();
            becomesAnEmployee();
            assertOneEvaluation(before, Kind.DELTA_IMPORT);
        }

        @Test
        @DisplayName("2.8 ... and in a full import")
        void aContractorWhoBecomesAnEmployeeInAFullImportIsEvaluatedOnce() {
            long before = house.staged("hr", "1").id();
            becomesAnEmployee();
            assertOneEvaluation(before, Kind.FULL_IMPORT);
        }

        @Test
        @DisplayName("2.8 ... whatever is reported first")
        void theNewTypeMayBeReportedBeforeTheDeletion() {
            long before = house.staged("hr", "1").id();
            house.employ("1", "Ann", "Smith");
            house.hr().remove("contractor", new Anchor("1"));
            assertOneEvaluation(before, Kind.DELTA_IMPORT);
        }
    }
}
