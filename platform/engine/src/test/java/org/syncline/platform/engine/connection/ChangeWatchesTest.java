package org.syncline.platform.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.engine.WrittenHouse;

class ChangeWatchesTest {
    private static final String TELLS = "<setting name=\"tells-changes\" value=\"true\"/>";
    private static final String PERSON =
            "<object-type name=\"person\" anchor=\"id\"><attribute name=\"id\"/></object-type>";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private WrittenHouse house;
    private ChangeWatches watches;

    @BeforeEach
    void start() {
        house = new WrittenHouse(folder)
                .metaverse("<object-type name=\"person\"><attribute name=\"id\"/></object-type>")
                .source("hr", TELLS, PERSON)
                .source("crm", TELLS, PERSON)
                .source("old", PERSON);
        watches = new ChangeWatches(house.connectors(), new ChangeWatches.Listener() {
            @Override
            public void listening(String connector) {
                told.add(connector + " listening");
            }

            @Override
            public void changed(String connector) {
                told.add(connector + " changed");
            }

            @Override
            public void interrupted(String connector, String reason) {
                told.add(connector + ": " + reason);
            }
        });
    }

    @AfterEach
    void end() {
        watches.close();
    }

    private String next() throws InterruptedException {
        return told.poll(20, TimeUnit.SECONDS);
    }

    private Set<String> next(int count) throws InterruptedException {
        Set<String> next = new TreeSet<>();
        for (int at = 0; at < count; at++) {
            next.add(next());
        }
        return next;
    }

    private void assertNothingMore() throws InterruptedException {
        assertNull(told.poll(300, TimeUnit.MILLISECONDS));
    }

    private void follow() {
        watches.follow(house.ruleset());
    }

    @Test
    void listensToTheSystemsThatTellOfChanges() throws InterruptedException {
        follow();
        assertEquals(Set.of("hr listening", "crm listening"), next(2));
        house.put("hr", "person", "1", "id=1");
        assertEquals("hr changed", next());
        house.put("old", "person", "1", "id=1");
        assertNothingMore();
    }

    @Test
    void goesOnListeningWhereOtherRulesSayTheSame() throws InterruptedException {
        follow();
        next(2);
        house.rules("join/hr.xml", "<join-rules connector=\"hr\" object-type=\"person\" metaverse-type=\"person\">"
                + "<project name=\"new\"/></join-rules>");
        follow();
        assertNothingMore();
    }

    @Test
    void listensAnewWhereOtherThingsAreRead() throws InterruptedException {
        follow();
        next(2);
        house.edit("connectors/crm.xml", "<attribute name=\"id\"/>",
                "<attribute name=\"id\"/><attribute name=\"name\"/>");
        follow();
        assertEquals("crm listening", next());
        house.put("crm", "person", "1", "id=1");
        assertEquals("crm changed", next());
        assertNothingMore();
    }

    @Test
    void leavesASystemThatIsToTellNothingAnyMore() throws InterruptedException {
        follow();
        next(2);
        house.edit("connectors/hr.xml", TELLS, "");
        follow();
        house.put("hr", "person", "1", "id=1");
        assertNothingMore();
    }

    @Test
    void aSecretThatIsMissingIsToldAndTheOthersAreListenedTo() throws InterruptedException {
        house.edit("connectors/hr.xml", TELLS, TELLS + "<setting name=\"base\" secret=\"hr\"/>");
        follow();
        Set<String> first = next(2);
        assertTrue(first.contains("crm listening"), first::toString);
        assertTrue(first.stream().anyMatch(words -> words.contains("needs the secret 'hr'")), first::toString);
    }

    @Test
    void anOutageIsToldWithTheNameOfTheSystem() throws InterruptedException {
        follow();
        next(2);
        house.system("crm").breakWatches("the cable was cut");
        assertEquals("crm: the cable was cut", next());
        assertEquals("crm listening", next());
    }

    @Test
    void closedItTellsNothing() throws InterruptedException {
        follow();
        next(2);
        watches.close();
        house.put("hr", "person", "1", "id=1");
        assertNothingMore();
    }
}
