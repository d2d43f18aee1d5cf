package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;

/** Neither the order of what is read nor where a page ends changes what becomes of it. */
class OrderingTest {

    private static House house(int pageSize) {
        return new House().filtering("[status] = \"external\"").withPagesOf(pageSize);
    }

    /** Gives a person a row of any key. */
    private static void row(House house, String key, String id, String last, String status) {
        house.hr()
                .put(
                        new Anchor(key),
                        Attributes.builder(House.EMPLOYEE)
                                .set("id", id)
                                .set("first", "Ann")
                                .set("last", last)
                                .set("status", status)
                                .build());
    }

    private static long sum(List<StepReport> reports, Counter... counters) {
        return reports.stream()
                .mapToLong(report -> List.of(counters).stream().mapToLong(report.counters()::of).sum())
                .sum();
    }

    private static void assertNothingIsCreatedOrDeleted(List<StepReport> reports) {
        assertEquals(0, sum(reports, Counter.EXPORT_ADD, Counter.EXPORT_DELETE, Counter.DISCONNECTOR_PROJECTED_FLOW));
        assertEquals(List.of(), reports.stream().flatMap(report -> report.errors().stream()).toList());
    }

    private static List<String> codes(House house) {
        return house.store().runHistory().errors("hr").stream().map(ObjectError::code).toList();
    }

    /** Accounts by employee number: given name, last name, and the manager's employee number. */
    private static Map<String, String> people(House house) {
        Map<String, String> people = new TreeMap<>();
        for (MemoryObject account : house.directory().objects("account")) {
            String dn = account.attributes().text("manager");
            String manager = dn == null
                    ? "nobody"
                    : house.directory().byDn("account", dn).orElseThrow().attributes().text("employeeNumber");
            people.put(
                    account.attributes().text("employeeNumber"),
                    account.attributes().text("givenName") + " " + account.attributes().text("sn") + " under "
                            + manager);
        }
        return people;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    void aRowThatGetsAnotherKeyKeepsItsAccount(int pageSize) {
        House house = house(pageSize);
        row(house, "a", "1", "Smith", "current");
        row(house, "b", "2", "Jones", "current");
        house.cycle();

        house.hr().remove("employee", new Anchor("a"));
        row(house, "z", "1", "Smith", "current");
        house.hr().remove("employee", new Anchor("b"));
        row(house, "0", "2", "Jones", "current");

        assertNothingIsCreatedOrDeleted(house.cycle());
        assertEquals(2, people(house).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void aRowThatGetsAnotherKeyKeepsItsAccountInAFullImportToo(int pageSize) {
        House house = house(pageSize);
        row(house, "a", "1", "Smith", "current");
        house.cycle();

        house.hr().remove("employee", new Anchor("a"));
        row(house, "z", "1", "Smith", "current");
        house.run("hr", Kind.FULL_IMPORT);

        assertNothingIsCreatedOrDeleted(List.of(house.run("hr", Kind.FULL_SYNC), house.run("directory", Kind.EXPORT)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void aContractorWhoBecomesAnEmployeeKeepsTheAccount(int pageSize) {
        House house = house(pageSize);
        row(house, "contract", "1", "Smith", "current");
        house.cycle();

        row(house, "contract", "1", "Smith", "external");
        row(house, "employment", "1", "Smith", "current");

        assertNothingIsCreatedOrDeleted(house.cycle());
        assertEquals(1, people(house).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void whoTakesTurnsInTwoRowsKeepsTheAccount(int pageSize) {
        House house = house(pageSize);
        row(house, "first", "1", "Smith", "external");
        row(house, "second", "1", "Smith", "current");
        house.cycle();

        row(house, "first", "1", "Smith", "current");
        row(house, "second", "1", "Smith", "external");

        assertNothingIsCreatedOrDeleted(house.cycle());
        assertEquals(1, people(house).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void anAccountThatSomebodyMakesAnewTakesThePlaceOfTheDeletedOne(int pageSize) {
        House house = house(pageSize);
        row(house, "a", "1", "Smith", "current");
        house.cycle();
        MemoryObject account = house.directory().objects("account").getFirst();
        house.directory().remove("account", account.anchor());
        house.directory().put(new Anchor("another"), account.attributes());

        assertNothingIsCreatedOrDeleted(house.cycle());
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
        row(house, "a", "1", "Jones", "current");
        house.cycle();
        assertEquals(Map.of("1", "Ann Jones under nobody"), people(house));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void twoNewRowsOfOnePersonBecomeOneIdentity(int pageSize) {
        House house = house(pageSize);
        row(house, "a", "1", "Smith", "current");
        row(house, "b", "1", "Smith", "current");

        house.cycle();

        assertEquals(Map.of("1", "Ann Smith under nobody"), people(house));
        assertEquals(1, house.store().metaverse().all(0, 10).size());
        assertEquals(List.of("already-joined"), codes(house));

        house.hr().remove("employee", new Anchor("a"));
        List<StepReport> reports = house.cycle();

        assertEquals(0, sum(reports, Counter.EXPORT_ADD, Counter.EXPORT_DELETE));
        assertEquals(1, house.store().metaverse().all(0, 10).size());
        assertEquals(List.of(), codes(house));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whereAPageEndsChangesNothing(int pageSize) {
        House paged = house(pageSize);
        House whole = house(500);
        for (House house : List.of(paged, whole)) {
            hire(house, IntStream.rangeClosed(1, 7).boxed().toList());
            house.cycle();
            house.dismiss("3");
            house.employ("5", "Eve", "Moved", "2");
            house.employ("8", "New", "Comer", "9");
            house.employ("9", "Forward", "Reference", null);
            house.cycle();
        }

        assertEquals(people(whole), people(paged));
        assertEquals(8, people(paged).size());
        assertEquals("New Comer under 9", people(paged).get("8"));
    }

    /** Each under the next, the last under the first. */
    private static void hire(House house, List<Integer> order) {
        for (int number : order) {
            house.employ("" + number, "Ann", "Number" + number, "" + (number % order.size() + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfRowsChangesNobody(long seed) {
        List<Integer> order = new ArrayList<>(IntStream.rangeClosed(1, 9).boxed().toList());
        House sorted = house(3);
        hire(sorted, order);
        sorted.cycle();
        Collections.shuffle(order, new Random(seed));
        House shuffled = house(3);
        hire(shuffled, order);
        shuffled.cycle();

        assertEquals(people(sorted), people(shuffled));
    }

    @Test
    void whoIsReferredToInALaterPageIsFoundInTheSameStep() {
        House house = house(1);
        house.employ("1", "Ann", "Smith", "3");
        house.employ("2", "Bo", "Smith", "3");
        house.employ("3", "Zoë", "Boss", "1");
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);

        house.run("hr", Kind.DELTA_SYNC);

        assertEquals(List.of(), house.store().runHistory().pendingReferences("hr"));
        assertEquals(List.of(), house.store().runHistory().pendingReferences("directory"));
        house.run("directory", Kind.EXPORT);
        assertEquals("Ann Smith under 3", people(house).get("1"));
        assertEquals("Zoë Boss under 1", people(house).get("3"));
    }

    @Test
    void aBossWhoComesLaterReachesTheTeam() {
        House house = house(2);
        house.employ("1", "Ann", "Smith", "3");
        house.cycle();
        assertEquals(
                "unresolved: not staged",
                house.store().runHistory().pendingReferences("hr").getFirst().reason());

        house.employ("3", "Zoë", "Boss", null);
        house.cycle();

        assertEquals("Ann Smith under 3", people(house).get("1"));
        assertEquals(List.of(), house.store().runHistory().pendingReferences("hr"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void thirtyPeopleOfOneNameGetThirtyNames(int pageSize) {
        House house = house(pageSize);
        for (int number = 1; number <= 30; number++) {
            house.employ("" + number, "Ann", "Smith", null);
        }

        List<StepReport> reports = house.cycle();

        assertTrue(reports.stream().allMatch(report -> report.errors().isEmpty()));
        assertEquals(
                30,
                house.directory().objects("account").stream()
                        .map(account -> account.attributes().text("uid"))
                        .distinct()
                        .count());
    }
}
