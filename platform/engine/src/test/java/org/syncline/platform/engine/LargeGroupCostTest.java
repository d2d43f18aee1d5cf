package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.StepResult;

/** A changed member of a group costs the same in every step, however many members there are. */
public class LargeGroupCostTest {
    /** Members of a small group, which is large enough to be read by single values. */
    private static final int FEW = 1_000;

    private static final String GROUP = "cn=red,ou=Groups";

    @TempDir
    Path folder;

    /** The same is tested with other stores. */
    protected Store open(TypeSource types) {
        return new MemoryStore(types, 500);
    }

    /** Members of a large one. */
    protected int many() {
        return 5_000;
    }

    /** What one step cost. */
    private record Cost(Map<String, Long> statements, Map<String, Long> rows, long values) {
        static Cost of(StoreStatistics done) {
            return new Cost(done.statements(), done.rows(), done.valuesLoaded());
        }
    }

    private WrittenHouse house(int people) {
        return filled(GroupHouse.written(folder.resolve("" + people), true), people);
    }

    /** Its groups flow under conditions that hold before and after. */
    private WrittenHouse houseWithConditions(int people) {
        WrittenHouse house = GroupHouse.written(folder.resolve("" + people), true)
                .rules("attribute-flow/team.xml", """
                        <attribute-flows connector="hr" object-type="team" metaverse-type="group">
                          <scope><when>[id] = "red"</when></scope>
                          <import from="id" to="id"/><import from="member" to="member"/></attribute-flows>""")
                .rules("attribute-flow/group.xml", """
                        <attribute-flows connector="directory" object-type="group" metaverse-type="group">
                          <scope><when>IsPresent([entryUUID])</when></scope>
                          <export from="member" to="member" allow-null="true"><when>[id] = "red"</when></export>
                          </attribute-flows>""");
        return filled(house, people);
    }

    private WrittenHouse filled(WrittenHouse written, int people) {
        WrittenHouse house = written.storedIn(this::open);
        for (int person = 0; person <= people; person++) {
            house.put("hr", "employee", "" + person, "id=" + person, "status=current");
        }
        house.put("hr", "team", "red", "id=red", members(0, people));
        house.cleanly("directory");
        return house;
    }

    private static String members(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining("|", "member=", ""));
    }

    /** From the report of the source to the confirmation of the target. */
    private static Map<String, Cost> line(WrittenHouse house, String members) {
        house.put("hr", "team", "red", "id=red", members);
        long before = house.system("directory").counts().operations();
        Map<String, Cost> costs = new LinkedHashMap<>();
        costs.put("import", step(house, "hr", Kind.DELTA_IMPORT));
        costs.put("synchronization", step(house, "hr", Kind.DELTA_SYNC));
        costs.put("export", step(house, "directory", Kind.EXPORT));
        costs.put("confirming import", step(house, "directory", Kind.DELTA_IMPORT));
        costs.put("synchronization of what was confirmed", step(house, "directory", Kind.DELTA_SYNC));
        assertEquals(1, house.system("directory").counts().operations() - before);
        assertEquals(members.substring("member=".length()).split("\\|").length,
                house.held("directory", "group", "member").get(GROUP).split("\\|").length);
        return costs;
    }

    private static Cost step(WrittenHouse house, String connector, Kind kind) {
        return step(house, connector, kind, StepResult.SUCCESS);
    }

    private static Cost step(WrittenHouse house, String connector, Kind kind, StepResult result) {
        StoreStatistics before = house.store().statistics();
        assertEquals(result, house.run(connector, kind).result());
        return Cost.of(house.store().statistics().since(before));
    }

    /** A member is added, and the directory does not keep it, until it is held. What an export of it costs each time. */
    private static List<Cost> contradicted(WrittenHouse house, int people) {
        house.put("hr", "team", "red", "id=red", members(0, people + 1));
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        List<Cost> costs = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            house.system("directory").faults().dropNext(operation -> true);
            costs.add(step(house, "directory", Kind.EXPORT));
            step(house, "directory", Kind.FULL_IMPORT, StepResult.COMPLETED_WARNINGS);
            step(house, "directory", Kind.DELTA_SYNC);
        }
        long before = house.system("directory").counts().operations();
        costs.add(step(house, "directory", Kind.EXPORT, StepResult.COMPLETED_WARNINGS));
        assertEquals(before, house.system("directory").counts().operations(), "it is held");
        return costs;
    }

    @Test
    void neitherDoesAMemberThatTheSystemDoesNotKeep() {
        assertEquals(contradicted(house(FEW), FEW), contradicted(house(many()), many()));
    }

    @Test
    void doesNotDependOnTheSizeOfTheGroup() {
        assertSameCost(house(FEW), house(many()));
    }

    @Test
    void norWhereTheFlowsHaveConditions() {
        assertSameCost(houseWithConditions(FEW), houseWithConditions(many()));
    }

    private void assertSameCost(WrittenHouse small, WrittenHouse large) {
        assertEquals(line(small, members(0, FEW + 1)), line(large, members(0, many() + 1)), "one comes");
        assertEquals(line(small, members(1, FEW + 1)), line(large, members(1, many() + 1)), "one goes");
        assertEquals(List.of(), large.waiting("directory"));
    }
}
