package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
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
        WrittenHouse house = GroupHouse.written(folder.resolve("" + people), true).storedIn(this::open);
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
        StoreStatistics before = house.store().statistics();
        assertEquals(StepResult.SUCCESS, house.run(connector, kind).result());
        return Cost.of(house.store().statistics().since(before));
    }

    @Test
    void doesNotDependOnTheSizeOfTheGroup() {
        WrittenHouse small = house(FEW);
        WrittenHouse large = house(many());

        assertEquals(line(small, members(0, FEW + 1)), line(large, members(0, many() + 1)), "one comes");
        assertEquals(line(small, members(1, FEW + 1)), line(large, members(1, many() + 1)), "one goes");
        assertEquals(List.of(), large.waiting("directory"));
    }
}
