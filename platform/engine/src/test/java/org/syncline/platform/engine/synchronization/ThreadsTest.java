package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.schema.identity.Attributes;

/** However many threads evaluate the rules of a page, the result is the same. */
class ThreadsTest {
    private static final int PEOPLE = 300;

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void makeNoDifferenceToWhoGetsWhichOfTheNamesThatManyWant(int threads) {
        assertLinesMatch(quoted(history(1)), history(threads));
    }

    private static List<String> quoted(List<String> lines) {
        return lines.stream().map(Pattern::quote).toList();
    }

    @Test
    void areTriedWhereManyWantOneName() {
        List<String> history = history(4);
        assertTrue(history.stream().anyMatch(line -> line.contains("uid=aann20,")), "one of many that want 'aann'");
    }

    /** A year of a house, told by everything it stored and reported. */
    private static List<String> history(int threads) {
        House house = new House().withThreads(threads).withPagesOf(150);
        List<String> history = new ArrayList<>();
        hire(house);
        history.addAll(told(house, house.cycle()));
        IntStream.range(0, 60).forEach(number -> employ(house, number * 5, "Ann", "Married"));
        IntStream.range(0, 40).forEach(number -> house.dismiss("" + (number * 7 + 1)));
        history.addAll(told(house, house.cycle()));
        house.leave();
        return history.stream().map(line -> comparable(line, house)).toList();
    }

    /** Without what differs each time: generated passwords, and the name of the system in its anchors. */
    private static String comparable(String line, House house) {
        return line.replace(house.directory().name(), "directory")
                .replaceAll("password=TextValue\\[text=[^\\]]*\\]|ContentHash\\[[^\\]]*\\]", "");
    }

    private static void hire(House house) {
        IntStream.range(0, 10).forEach(number -> house.directory().put(
                Attributes.builder(House.ACCOUNT)
                        .set("dn", "uid=old" + number + ",ou=People,dc=test")
                        .set("uid", "aann" + number)
                        .set("employeeNumber", "" + number * 30)
                        .build()));
        IntStream.range(0, PEOPLE)
                .forEach(number -> employ(house, number, "Ann", number % 3 == 0 ? "Ann" : "Name" + number % 20));
    }

    private static void employ(House house, int number, String first, String last) {
        house.employ("" + number, first, last, number == 0 ? null : "" + number / 7);
    }

    private static List<String> told(House house, List<StepReport> reports) {
        return told(house.store(), List.of("hr", "directory"), reports);
    }

    private static List<String> told(Store store, List<String> connectors, List<StepReport> reports) {
        List<String> told = new ArrayList<>();
        reports.forEach(report -> told.add(report.request() + " " + report.result() + " " + report.counters()
                + report.errors()));
        store.metaverse().load(store.metaverse().all(0, 2 * PEOPLE)).forEach(identity -> told.add("" + identity));
        for (String connector : connectors) {
            store.connectorSpace().load(store.connectorSpace().all(connector, 0, 2 * PEOPLE))
                    .forEach(object -> told.add("" + object));
            told.add("" + store.runHistory().errors(connector));
            told.add("" + store.runHistory().pendingReferences(connector));
        }
        return told;
    }

    @Test
    void readTheNextPageOnlyAsItStandsAfterThisOne() {
        assertLinesMatch(quoted(repairs(1)), repairs(4));
    }

    @Test
    void readTheNextPageWhileThisOneIsEvaluated() {
        House house = new House().withThreads(4).withPagesOf(20);
        IntStream.range(0, PEOPLE)
                .forEach(number -> house.employ("" + number, "Ann", "Name" + number, number == 0 ? null : "0"));
        house.cycle();
        StoreStatistics before = house.store().statistics();
        house.run("hr", Kind.FULL_SYNC);
        Map<String, Long> statements = house.store().statistics().since(before).statements();
        assertEquals(PEOPLE / 20 - 1, statements.get("connector-space.load-all"), "from the third on, and the end");
        assertEquals(3, statements.get("connector-space.find-names"),
                "two pages, and what was read ahead: who was named before is known");
    }

    /** A full synchronization in which some pages change something that others read, and most do not. */
    private static List<String> repairs(int threads) {
        House house = new House().withThreads(threads).withPagesOf(20);
        hire(house);
        house.cycle();
        employ(house, 61, "Ann", "Married");
        employ(house, 62, "Ann", "Married");
        house.employ("200", "Ann", "Moved", "61");
        house.dismiss("20");
        employ(house, PEOPLE, "Ann", "New");
        house.run("hr", Kind.FULL_IMPORT);
        List<String> repairs = new ArrayList<>(told(house, List.of(house.run("hr", Kind.FULL_SYNC))));
        return repairs.stream().map(line -> comparable(line, house)).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void writeTheSameWhenRulesOfEverybodyChange(int threads, @TempDir Path folder) {
        assertLinesMatch(quoted(renamed(folder.resolve("one"), 1)), renamed(folder.resolve("many"), threads));
    }

    /** Everybody gets another name, and so does what refers to them; some have two objects, some boss comes later than they do. */
    private static List<String> renamed(Path folder, int threads) {
        try (Office office = new Office(folder).withThreads(threads).withPagesOf(5)
                .flows("ad", "user", "<export from=\"sn\" to=\"last\"/><export from=\"manager\" to=\"boss\"/>")
                .flows("crm", "contact", "<import from=\"mail\" to=\"mail\"/>")) {
            for (int number = 0; number < 80; number++) {
                office.put("hr", "" + number, "id=" + number + " | last=Name" + number % 9 + " | boss="
                        + (number * 7 + 3) % 80);
                if (number % 3 == 0) {
                    office.put("crm", "" + number, "id=" + number % 80 + " | mail=" + number + "@x.org");
                }
            }
            office.put("crm", "99", "id=99 | mail=nobody@x.org");
            office.cycle();
            office.flows("hr", "employee", """
                    <import from="id" to="employeeId"/><import to="sn">UCase([last])</import>
                    <import to="displayName">IIF([id] = "41", Error("bad"), [id])</import>
                    <import from="boss" to="manager"/>""")
                    .provisioning("""
                            <provision name="all"><dn>"cn=" &amp; [employeeId] &amp; ",dc=x"</dn></provision>
                            <rename name="by name"><when>Right([employeeId], 1) &lt;&gt; "5"</when>
                              <dn>"cn=" &amp; [sn] &amp; "-" &amp; [employeeId] &amp; ",dc=x"</dn></rename>""");
            List<StepReport> reports = new ArrayList<>();
            for (String connector : List.of("hr", "crm", "ad")) {
                reports.add(office.run(connector, Kind.DELTA_SYNC));
            }
            reports.add(office.run("ad", Kind.EXPORT));
            reports.add(office.run("ad", Kind.FULL_IMPORT));
            reports.add(office.run("ad", Kind.FULL_SYNC));
            reports.add(office.run("hr", Kind.FULL_SYNC));
            return told(office.store(), List.of("hr", "crm", "ad"), reports).stream()
                    .map(line -> line.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ContentHash\\[[^\\]]*\\]",
                            ""))
                    .toList();
        }
    }

    @Test
    void endTogetherWhenOneOfThemFails() {
        try (Workers workers = new Workers(4)) {
            List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
            assertEquals(numbers, workers.map(numbers, number -> number));
            IllegalStateException failure = assertThrows(
                    IllegalStateException.class, () -> workers.map(numbers, ThreadsTest::refuseSome));
            assertEquals("100", failure.getMessage(), "the first one in order");
        }
    }

    private static Integer refuseSome(Integer number) {
        if (number >= 100 && number % 100 == 0) {
            throw new IllegalStateException("" + number);
        }
        return number;
    }
}
