package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** Semantics 4.5: guards over the whole pending-export set, before the first write. */
class Semantics4GuardTest {
    private static final int PEOPLE = 40;
    private final House house = new House();

    @AfterEach
    void leave() {
        house.leave();
    }

    /** One guard, one deed, and what it says; null where it lets everything pass. */
    private record Row(String rule, ChangeGuard guard, Consumer<House> deed, String held) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private static final ChangeGuard NONE = new ChangeGuard(
            Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, 0, Duration.ZERO, true);

    private static ChangeGuard adds(Limit limit) {
        return new ChangeGuard(limit, Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, 0, Duration.ZERO, true);
    }

    private static ChangeGuard updates(Limit limit) {
        return new ChangeGuard(Limit.NONE, limit, Limit.NONE, Limit.NONE, Limit.NONE, 0, Duration.ZERO, true);
    }

    private static ChangeGuard deletes(Limit limit) {
        return deletes(limit, 0, Duration.ZERO, true);
    }

    private static ChangeGuard deletes(Limit limit, int floor, Duration window, boolean holdAll) {
        return new ChangeGuard(Limit.NONE, Limit.NONE, limit, Limit.NONE, Limit.NONE, floor, window, holdAll);
    }

    private static ChangeGuard disables(Limit limit) {
        return new ChangeGuard(Limit.NONE, Limit.NONE, Limit.NONE, limit, Limit.NONE, 0, Duration.ZERO, true);
    }

    private static ChangeGuard clears(Limit limit) {
        return new ChangeGuard(Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, limit, 0, Duration.ZERO, true);
    }

    private static ChangeGuard floor(int floor) {
        return deletes(Limit.share(0.10), floor, Duration.ZERO, true);
    }

    private static Consumer<House> hire(int count) {
        return house -> employ(house, 101, 100 + count);
    }

    private static Consumer<House> marry(int count) {
        return house -> each(count, id -> house.employ(id, "Ann", "Married" + id, null));
    }

    private static Consumer<House> dismiss(int count) {
        return house -> each(count, house::dismiss);
    }

    private static Consumer<House> leave(int count) {
        return house -> each(count, id -> house.employ(id, "left", "Number" + id, null));
    }

    private static Consumer<House> forgetNames(int count) {
        return house -> each(count, id -> house.employ(id, "Ann", null, null));
    }

    private static void each(int count, Consumer<String> deed) {
        for (int number = 1; number <= count; number++) {
            deed.accept("" + number);
        }
    }

    private static void employ(House house, int from, int to) {
        for (int number = from; number <= to; number++) {
            house.employ("" + number, "Ann", "Number" + number, null);
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("without limits everything passes", NONE, dismiss(PEOPLE), null),
                new Row("adds, number reached", adds(Limit.number(3)), hire(3), null),
                new Row("adds, number passed", adds(Limit.number(3)), hire(4),
                        "4 of 40 * would be added; 3 are allowed."),
                new Row("adds, share reached", adds(Limit.share(0.10)), hire(4), null),
                new Row("adds, share passed", adds(Limit.share(0.10)), hire(5), "5 of 40 * would be added; 10.0 % are"),
                new Row("updates, number passed", updates(Limit.number(3)), marry(4),
                        "4 of 40 * would be changed; 3 are"),
                new Row("updates, share reached", updates(Limit.share(0.10)), marry(4), null),
                new Row("updates, share passed", updates(Limit.share(0.10)), marry(5),
                        "5 of 40 * would be changed; 10.0 % are"),
                new Row("deletes, number reached", deletes(Limit.number(1)), dismiss(1), null),
                new Row("deletes, number passed", deletes(Limit.number(1)), dismiss(2),
                        "2 of 40 * would be deleted; 1 is allowed."),
                new Row("deletes, share of those linked at the last good run", deletes(Limit.share(0.10)), dismiss(5),
                        "5 of 40 * would be deleted; 10.0 % are allowed."),
                new Row("deletes, nothing allowed", deletes(Limit.number(0)), dismiss(1),
                        "1 of 40 * would be deleted; 0 are"),
                new Row("disables, number reached", disables(Limit.number(2)), leave(2), null),
                new Row("disables, number passed", disables(Limit.number(2)), leave(3),
                        "3 of 40 * would be disabled; 2 are allowed."),
                new Row("disables, share passed", disables(Limit.share(0.05)), leave(3),
                        "3 of 40 * would be disabled; 5.0 % are"),
                new Row("disables do not count other changes", disables(Limit.number(2)), marry(10), null),
                new Row("cleared values, number reached", clears(Limit.number(2)), forgetNames(2), null),
                new Row("cleared values, number passed", clears(Limit.number(2)), forgetNames(3),
                        "3 of 40 * would be left without a value in 'sn'; 2 are allowed."),
                new Row("cleared values, share passed", clears(Limit.share(0.05)), forgetNames(3),
                        "3 of 40 * would be left without a value in 'sn'; 5.0 % are allowed."),
                new Row("cleared values do not count other values", clears(Limit.number(0)), marry(10), null),
                new Row("below the floor the share does not apply", floor(10), dismiss(9), null),
                new Row("at the floor the share applies", floor(10), dismiss(10),
                        "10 of 40 * would be deleted; 10.0 % are"),
                new Row("the floor does not soften a number", deletes(Limit.number(3), 20, Duration.ZERO, true),
                        dismiss(4), "4 of 40 * would be deleted; 3 are allowed."),
                new Row("without <guards>: a share of 10 % of deletes", ChangeGuard.EXPORTS, dismiss(20),
                        "20 of 40 * would be deleted; 10.0 % are allowed."),
                new Row("without <guards>: a floor of 20", ChangeGuard.EXPORTS, dismiss(19), null),
                new Row("without <guards>: everything else", ChangeGuard.EXPORTS,
                        hire(200).andThen(marry(40)).andThen(forgetNames(20)), null));
    }

    private House settled(ChangeGuard guard) {
        return settled(new Guards(new ImportGuard(0, 0), guard));
    }

    private House settled(Guards guards) {
        house.guardedBy(new Guards(new ImportGuard(0, 0), NONE)).disabledWhen("[givenName] = \"left\"");
        employ(house, 1, PEOPLE);
        house.cycle();
        return house.guardedBy(guards);
    }

    private static StepReport export(List<StepReport> reports) {
        return reports.stream()
                .filter(report -> report.request().step().kind() == Kind.EXPORT)
                .findFirst()
                .orElseThrow();
    }

    private static long sent(StepReport report) {
        return report.counters().of(Counter.EXPORT_ADD) + report.counters().of(Counter.EXPORT_UPDATE)
                + report.counters().of(Counter.EXPORT_DELETE);
    }

    private int accounts() {
        return house.directory().objects("account").size();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void holdsWhatPassesALimitAndWritesNothing(Row row) {
        settled(row.guard);
        row.deed.accept(house);
        house.directory().resetCounts();

        StepReport export = export(house.cycle());

        if (row.held == null) {
            assertTrue(export.result().isCompleted(), export.message());
        } else {
            assertTrue(export.result().isHeld(), row.rule);
            String said = row.held.replace("*", "objects of type 'account' in 'directory'");
            assertTrue(export.message().startsWith(said), export.message());
            assertEquals(0, house.directory().counts().operations());
        }
    }

    @Test
    @DisplayName("4.5 window sums sent and pending: forty deletes every quarter of an hour trip too")
    void fortyDeletesEveryQuarterOfAnHourTripToo() {
        employ(house, 1, 1000);
        house.guardedBy(new Guards(
                new ImportGuard(0, 0), deletes(new Limit(100, 0.50), 20, Duration.ofHours(24), true)));
        house.cycle();
        for (int quarter = 0; quarter < 2; quarter++) {
            house.wait(Duration.ofMinutes(15));
            for (int number = quarter * 40 + 1; number <= quarter * 40 + 40; number++) {
                house.dismiss("" + number);
            }
            assertTrue(export(house.cycle()).result().isCompleted());
        }
        house.wait(Duration.ofMinutes(15));
        for (int number = 81; number <= 120; number++) {
            house.dismiss("" + number);
        }

        StepReport third = export(house.cycle());

        assertEquals(StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED, third.result());
        assertTrue(third.message().startsWith("120 of 920 objects of type 'account' in 'directory' would be deleted,"
                + " 80 of which were in the last PT24H; 100 are allowed."), third.message());
        assertEquals(920, accounts());

        house.wait(Duration.ofHours(24));
        assertTrue(export(house.cycle()).result().isCompleted());
        assertEquals(880, accounts());
    }

    @Test
    @DisplayName("4.5 the window also sums adds, updates, disables and cleared values")
    void theWindowSumsEveryKind() {
        Duration day = Duration.ofDays(1);
        Limit two = Limit.number(2);
        Map<ChangeGuard, Consumer<House>> deeds = Map.of(
                new ChangeGuard(two, Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, 0, day, true), hire(1),
                new ChangeGuard(Limit.NONE, two, Limit.NONE, Limit.NONE, Limit.NONE, 0, day, true), marry(1),
                new ChangeGuard(Limit.NONE, Limit.NONE, Limit.NONE, two, Limit.NONE, 0, day, true), leave(1),
                new ChangeGuard(Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, two, 0, day, true), forgetNames(1));
        deeds.forEach((guard, deed) -> {
            House one = new House();
            one.disabledWhen("[givenName] = \"left\"").guardedBy(new Guards(new ImportGuard(0, 0), NONE));
            employ(one, 1, 5);
            one.cycle();
            one.guardedBy(new Guards(new ImportGuard(0, 0), guard));
            deed.accept(one);
            assertTrue(export(one.cycle()).result().isCompleted());
            one.wait(Duration.ofHours(1));
            for (int number = 1; number <= 5; number++) {
                one.employ("" + number, "left", null, null);
            }
            employ(one, 201, 202);
            assertEquals(StepResult.STOPPED_EXPORT_GUARD, export(one.cycle()).result(), guard.toString());
            one.leave();
        });
    }

    /** One kind of change, of which five are done, of forty. */
    private record Kinds(String name, Consumer<House> five, Function<Limit, ChangeGuard> limits) {
        ChangeGuard guard(Limit limit, int floor, Duration window, boolean holdAll) {
            ChangeGuard one = limits.apply(limit);
            return new ChangeGuard(one.adds(), one.updates(), one.deletes(), one.disables(), one.clearedValues(), floor,
                    window, holdAll);
        }
    }

    private record Combination(Kinds kind, boolean share, int floor, boolean window, boolean holdAll) {
        @Override
        public String toString() {
            return kind.name + (share ? ", share" : ", number") + ", floor " + floor + (window ? ", window" : "")
                    + (holdAll ? ", hold-all" : ", hold-kind");
        }
    }

    static Stream<Combination> combinations() {
        List<Kinds> kinds = List.of(
                new Kinds("adds", hire(5), Semantics4GuardTest::adds),
                new Kinds("updates", marry(5), Semantics4GuardTest::updates),
                new Kinds("deletes", dismiss(5), Semantics4GuardTest::deletes),
                new Kinds("disables", leave(5), Semantics4GuardTest::disables),
                new Kinds("cleared values", forgetNames(5), Semantics4GuardTest::clears));
        return kinds.stream().flatMap(kind -> Stream.of(true, false).flatMap(share -> Stream.of(0, 6).flatMap(
                floor -> Stream.of(true, false).flatMap(window -> Stream.of(true, false).map(
                        holdAll -> new Combination(kind, share, floor, window, holdAll))))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    @DisplayName("4.5 every kind, absolute and share, floor, window and on-breach")
    void everyCombinationHoldsWhatPassesItsLimitOnly(Combination row) {
        ChangeGuard guard = row.kind.guard(row.share ? Limit.share(0.10) : Limit.number(4), row.floor,
                row.window ? Duration.ofDays(1) : Duration.ZERO, row.holdAll);
        boolean isBelowTheFloor = row.share && row.floor > 5;
        settled(guard);
        row.kind.five.accept(house);

        StepReport passed = export(house.cycle());

        assertEquals(isBelowTheFloor, passed.result().isCompleted(), passed.message());
        assertEquals(isBelowTheFloor ? 5 : 0, sent(passed));
        if (!isBelowTheFloor) {
            house.guardedBy(new Guards(new ImportGuard(0, 0), row.kind.guard(
                    row.share ? Limit.share(0.125) : Limit.number(5), row.floor, guard.window(), row.holdAll)));
            assertTrue(house.run("directory", Kind.EXPORT).result().isCompleted(), "at the limit it goes");
        }
    }

    private static StepOptions exporting(ChangeGuard guard) {
        return new StepOptions(
                StepOptions.DEFAULT.errorLimit(), new Guards(new ImportGuard(0, 0), guard), false, false, null, null);
    }

    @Test
    @DisplayName("5 guards of a step stand in place of the connector's: they let pass what those hold, once")
    void theGuardsOfAStepLetPassWhatThoseOfTheConnectorHold() {
        settled(deletes(Limit.number(1)));
        dismiss(2).accept(house);
        assertTrue(export(house.cycle()).result().isHeld());

        StepReport generous = house.run("directory", Kind.EXPORT, exporting(deletes(Limit.number(2))));

        assertEquals(StepResult.SUCCESS, generous.result());
        assertEquals(PEOPLE - 2, accounts());
        dismiss(4).accept(house);
        assertEquals(StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED, export(house.cycle()).result());
    }

    @Test
    @DisplayName("5 guards of a step stand in place of the connector's: they hold what those let pass")
    void theGuardsOfAStepHoldWhatThoseOfTheConnectorLetPass() {
        settled(NONE);
        dismiss(2).accept(house);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);

        StepReport careful = house.run("directory", Kind.EXPORT, exporting(deletes(Limit.number(1))));

        assertEquals(StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED, careful.result());
        assertTrue(careful.message().startsWith("2 of 40 objects of type 'account' in 'directory' would be deleted;"
                + " 1 is allowed."), careful.message());
        assertEquals(PEOPLE, accounts());
        assertEquals(StepResult.SUCCESS, house.run("directory", Kind.EXPORT).result());
        assertEquals(PEOPLE - 2, accounts());
    }

    @Test
    @DisplayName("5 what a step with guards of its own sends counts in the window of the connector's, and is not forgotten there")
    void whatAStepWithGuardsOfItsOwnSendsCountsInTheWindow() {
        Duration day = Duration.ofDays(1);
        settled(deletes(Limit.number(3), 0, day, true));
        dismiss(2).accept(house);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        house.run("directory", Kind.EXPORT, exporting(NONE));
        assertEquals(PEOPLE - 2, accounts());
        house.wait(Duration.ofHours(2));
        house.run("directory", Kind.EXPORT, exporting(deletes(Limit.number(3), 0, Duration.ofHours(1), true)));
        dismiss(4).accept(house);

        StepReport export = export(house.cycle());

        assertEquals(StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED, export.result());
        assertTrue(export.message().contains("2 of which were in the last PT24H"), export.message());
    }

    @Test
    @DisplayName("4.5 hold-all holds every change of the connector")
    void holdAllHoldsEveryChange() {
        settled(deletes(Limit.number(1)));
        dismiss(2).andThen(hire(1)).accept(house);

        StepReport export = export(house.cycle());

        assertTrue(export.result().isHeld());
        assertEquals(0, sent(export));
    }

    @Test
    @DisplayName("4.5 hold-kind holds only what passed its limit")
    void holdKindHoldsOnlyTheKind() {
        settled(deletes(Limit.number(1), 0, Duration.ZERO, false));
        house.employ("9", "Ann", "Married", null);
        dismiss(2).andThen(hire(1)).accept(house);

        StepReport export = export(house.cycle());

        assertEquals(StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED, export.result());
        assertEquals(1, export.counters().of(Counter.EXPORT_ADD));
        assertEquals(1, export.counters().of(Counter.EXPORT_UPDATE));
        assertEquals(0, export.counters().of(Counter.EXPORT_DELETE));
        assertEquals(PEOPLE + 1, accounts());
    }

    @Test
    @DisplayName("4.5 hold-kind of cleared values holds only objects that lose theirs")
    void holdKindOfClearedValuesLeavesOtherUpdatesAlone() {
        settled(new ChangeGuard(
                Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, Limit.number(1), 0, Duration.ZERO, false));
        forgetNames(2).accept(house);
        house.employ("9", "Ann", "Married", null);

        StepReport export = export(house.cycle());

        assertEquals(StepResult.STOPPED_EXPORT_GUARD, export.result());
        assertEquals(1, export.counters().of(Counter.EXPORT_UPDATE));
    }

    @Test
    @DisplayName("4.5 a guard of the object type stands in place of the general one")
    void aGuardOfTheObjectTypeWins() {
        settled(new Guards(new ImportGuard(0, 0), NONE, Map.of("account", deletes(Limit.number(1)))));
        dismiss(2).accept(house);

        assertTrue(export(house.cycle()).result().isHeld());
    }

    @Test
    @DisplayName("4.5 the share is of the objects linked at the last good run: what is held does not move the measure")
    void whatIsHeldDoesNotMoveTheMeasure() {
        settled(deletes(Limit.share(0.10)));
        dismiss(5).accept(house);
        assertTrue(export(house.cycle()).result().isHeld());
        house.directory().put(house.directory().objects("account").getFirst().attributes());
        for (int number = 501; number <= 600; number++) {
            house.employ("" + number, "Ann", "Number" + number, null);
        }

        StepReport again = export(house.cycle());

        assertTrue(again.message().startsWith("5 of 40 objects"), again.message());
    }

    @Test
    @DisplayName("4.5 what cannot be judged counts: guards fail closed")
    void whatCannotBeJudgedCounts() {
        house.disabledWhen("CNum([givenName]) = 1").guardedBy(new Guards(new ImportGuard(0, 0), disables(
                Limit.number(2))));
        employ(house, 1, 10);
        house.cycle();
        marry(3).accept(house);

        assertEquals(StepResult.STOPPED_EXPORT_GUARD, export(house.cycle()).result());
    }
}
