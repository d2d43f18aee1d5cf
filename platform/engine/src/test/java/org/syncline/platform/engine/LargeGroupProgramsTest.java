package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.engine.memory.MemoryStore;

/** Of a large group the engine looks only at what changed; a program that reads its members sees all of them nevertheless. */
class LargeGroupProgramsTest {
    private static final String GROUP = "cn=red,ou=Groups";

    @TempDir
    private Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = GroupHouse.written(folder, true)
                .storedIn(types -> new MemoryStore(types, 5))
                .edit("syncline.xml", "<object-type name=\"group\"><attribute name=\"id\"/>",
                        "<object-type name=\"group\"><attribute name=\"id\"/><attribute name=\"size\"/>")
                .edit("connectors/directory.xml",
                        "<object-type name=\"group\" anchor=\"entryUUID\"><attribute name=\"entryUUID\"/>",
                        "<object-type name=\"group\" anchor=\"entryUUID\"><attribute name=\"entryUUID\"/>"
                                + "<attribute name=\"size\"/><attribute name=\"note\"/><attribute name=\"count\"/>")
                .rules("attribute-flow/size.groovy", """
                        importFlow(connector: 'hr', objectType: 'team') { source, identity, contribute ->
                            contribute 'size', source.member.size().toString(), 1
                        }
                        exportFlow(connector: 'directory', objectType: 'group') { identity, target, contribute ->
                            contribute 'size', identity.size
                            contribute 'note', identity.member.size().toString()
                        }
                        """)
                .rules("attribute-flow/count.drl", """
                        rule "count"
                        when  $flow : ExportFlow( connector == "directory", objectType == "group", $all : identity["member"] )
                        then  $flow.contribute("count", "" + ((List) $all).size());
                        end
                        """);
        for (int person = 0; person < 15; person++) {
            house.put("hr", "employee", "" + person, "id=" + person, "status=current");
        }
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private void team(int from, int to) {
        house.put("hr", "team", "red", "id=red",
                IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining("|", "member=", "")));
        house.cleanly("directory");
    }

    private void assertTold(String size) {
        for (String attribute : new String[]{"size", "note", "count"}) {
            assertEquals(Map.of(GROUP, size), house.held("directory", "group", attribute), attribute);
        }
    }

    @Test
    void programsSeeAllMembersBeforeAndAfterOneOfThemChanges() {
        team(0, 12);
        assertTold("12");
        team(0, 13);
        assertTold("13");
        team(4, 15);
        assertTold("11");
    }
}
