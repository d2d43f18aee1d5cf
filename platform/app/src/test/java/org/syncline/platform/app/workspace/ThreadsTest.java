package org.syncline.platform.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    @Test
    void areAsManyAsTheEnvironmentSaysOrAsThereAreProcessors() {
        assertEquals(3, Threads.in(Map.of("SYNCLINE_THREADS", " 3 ")));
        assertEquals(Runtime.getRuntime().availableProcessors(), Threads.in(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5", "99999"})
    void areAtLeastOne(String text) {
        RefusedConfiguration refused =
                assertThrows(RefusedConfiguration.class, () -> Threads.in(Map.of("SYNCLINE_THREADS", text)));
        assertTrue(refused.getMessage().contains("'" + text + "'"), refused.getMessage());
    }
}
