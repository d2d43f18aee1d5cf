package org.syncline.platform.engine.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.TextValue;

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
}
