package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/** Random stories that once ended badly, as short as they could be made. */
class ShrunkStoriesTest {
    private static final Server SIMPLE = new Server(true, false);
    private static final Server MENDING = new Server(true, true);

    private static void tell(Naming naming, Server server, int pageSize, Event... events) {
        Company company = new Story(
                new Setting(0, false, naming, false, server, false, pageSize, 1), List.of(events)).tell();
        try {
            assertEquals(List.of(), Verdict.on(company));
        } finally {
            company.landscape().leave();
        }
    }

    @Test
    void referencesOfAnObjectThatIsGoneAreListedNoLonger() {
        tell(Naming.BY_LOGON, SIMPLE, 500,
                Event.hire("1", "Ann", "Jones", "Plant", "2"),
                Event.cycle(),
                Event.dismiss("1"));
    }

    @Test
    void referencesOfAnObjectThatIsFilteredAreListedNoLonger() {
        tell(Naming.BY_LOGON, SIMPLE, 500,
                Event.hire("1", "Ann", "Jones", "Plant", "2"),
                Event.cycle(),
                Event.changeStatus("1", Employee.EXTERNAL),
                Event.cycle(),
                Event.hire("2", "Bo", "Jones", "Lab", null));
    }

    @Test
    void anAccountThatWasEnabledAgainIsNoLongerLeaving() {
        tell(Naming.BY_LOGON, SIMPLE, 500,
                Event.hire("3", "Ann", "Smith", "Plant", null),
                Event.cycle(),
                Event.changeStatus("3", Employee.LEFT),
                Event.cycle(),
                Event.changeStatus("3", Employee.CURRENT));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoRefersToADraftThatGotAnotherNameCallsItByThat(boolean mendsReferences) {
        tell(Naming.BY_OWNER, new Server(true, mendsReferences), 500,
                Event.hire("1", "Bo", "Smith", "Lab", null),
                Event.turn("blue", "1"),
                Event.lend("1", "Al", "Jones", "Plant"));
    }

    @Test
    void aReferenceThatItsSystemMendedInWhatItReportsIsReportedOnce() {
        tell(Naming.BY_OWNER, MENDING, 500,
                Event.hire("4", "Ann", "Smith", "Office", "4"),
                Event.makeByHand("4", "hand"),
                Event.dieAfterSending("directory", 1));
    }

    @Test
    void aDraftThatWasSentIsRecognizedInOneAccountOnly() {
        tell(Naming.BY_LOGON, SIMPLE, 2,
                Event.title("v", "West"),
                Event.hire("1", "Al", "Smith", "Lab", null),
                Event.dieAfterSending("directory", 2),
                Event.makeByHand("1", "hand"));
    }

    @Test
    void whoRefersToAnAccountWhoseNewNameArrivedBeforeADeathCallsItByThat() {
        tell(Naming.BY_OWNER, SIMPLE, 500,
                Event.hire("1", "Bo", "Smith", "Plant", null),
                Event.cycle(),
                Event.changeName("1", "Jones"),
                Event.hire("4", "Al", "Smith", "Office", null),
                Event.turn("blue", "1"),
                Event.dieAfterSending("directory", 1),
                Event.dieAfterSending("directory", 2));
    }

    @Test
    void aValueThatTheSystemTakesBackOnceMoreIsNoticed() {
        tell(Naming.BY_LOGON, new Server(false, false, true), 500,
                Event.hire("1", "Ann", "Smith", "Plant", null),
                Event.cycle(),
                Event.cycle(),
                Event.insist("sn"),
                Event.hire("2", "Al", "Smith", "Lab", "1"),
                Event.editByHand(3, "department", "Wrong"),
                Event.changeName("3", "Jones"),
                Event.title("u", "West"),
                Event.redeliver("hr"),
                Event.renameByHand(3, "x"),
                Event.cycle(),
                Event.redeliver("directory"),
                Event.close("u"),
                Event.step("directory", Kind.DELTA_IMPORT));
    }

    @Test
    void aReferenceToWhatGoesInTheSamePageIsListedAsNotStaged() {
        tell(Naming.BY_LOGON, SIMPLE, 500,
                Event.hire("3", "Ann", "Smith", "Plant", null),
                Event.hire("4", "Ann", "Smith", "Plant", "3"),
                Event.cycle(),
                Event.rekey("4"),
                Event.dismiss("3"));
    }

    @Test
    void aReferenceToWhatWentInAnEarlierPageIsListedAsNotStaged() {
        tell(Naming.BY_LOGON, SIMPLE, 2,
                Event.hire("1", "Ann", "Smith", "Plant", null),
                Event.title("v", "North"),
                Event.move("1", "v"),
                Event.cycle(),
                Event.step("agency", Kind.FULL_SYNC),
                Event.turn("blue", "4"),
                Event.renumberByHand(2, "3"),
                Event.turn("blue", "1"),
                Event.hire("4", "Al", "Jones", "Lab", null),
                Event.rekey("1"),
                Event.close("v"));
    }

    @Test
    void aNameThatIsGivenBackIsMendedInThoseWhoRefer() {
        tell(Naming.BY_OWNER, MENDING, 2,
                Event.hire("1", "Ann", "Smith", "Plant", "2"),
                Event.lend("2", "Ann", "Smith", "Plant"),
                Event.cycle(),
                Event.changeName("1", "Jones"),
                Event.hire("2", "Al", "Jones", "Lab", null),
                Event.step("agency", Kind.DELTA_IMPORT),
                Event.cycle(),
                Event.wait(8),
                Event.hire("4", "Ann", "Jones", "Office", "3"),
                Event.renameByHand(0, "y"),
                Event.changePhone("2", null),
                Event.renumberByHand(3, "2"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWantedValueThatSomebodySetForAMomentIsStillSent(boolean tellsValues) {
        tell(Naming.BY_LOGON, new Server(true, false, tellsValues), 500,
                Event.hire("1", "Ann", "Smith", "Plant", null),
                Event.cycle(),
                Event.cycle(),
                Event.changeDepartment("1", "Office"),
                Event.editByHand(0, "department", "Office"),
                Event.step("directory", Kind.DELTA_IMPORT),
                Event.step("hr", Kind.DELTA_IMPORT),
                Event.step("hr", Kind.DELTA_SYNC),
                Event.editByHand(0, "department", "Plant"),
                Event.step("directory", Kind.DELTA_IMPORT));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsLeftPendingOfAValueThatSomebodyTookBack(boolean tellsValues) {
        tell(Naming.BY_LOGON, new Server(true, false, tellsValues), 500,
                Event.hire("1", "Ann", "Smith", "Plant", null),
                Event.cycle(),
                Event.cycle(),
                Event.editByHand(0, "department", "Wrong"),
                Event.step("directory", Kind.DELTA_IMPORT),
                Event.changePhone("1", "11"),
                Event.step("hr", Kind.DELTA_IMPORT),
                Event.step("hr", Kind.DELTA_SYNC),
                Event.editByHand(0, "department", "Plant"),
                Event.step("directory", Kind.DELTA_IMPORT));
    }

    @Test
    void whatUndoesThatAnAccountWasDisabledIsSentAgainIfItsSystemDroppedIt() {
        tell(Naming.BY_LOGON, SIMPLE, 500,
                Event.hire("3", "Ann", "Smith", "Plant", null),
                Event.cycle(),
                Event.changeStatus("3", Employee.LEFT),
                Event.cycle(),
                Event.changeStatus("3", Employee.CURRENT),
                Event.dropExport("directory"));
    }
}
