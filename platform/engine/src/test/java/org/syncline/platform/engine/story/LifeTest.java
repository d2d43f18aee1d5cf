package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Watermarks;

class LifeTest {
    private static final List<Class<?>> PORTS = List.of(
            ConnectorSpace.class, Metaverse.class, RunHistory.class, Watermarks.class, GuardHistory.class,
            ExportHistory.class);

    /** What gives nothing back writes; only fingerprints are given to a reader. */
    @Test
    void endsBeforeAnyCallThatWrites() {
        List<String> forgotten = PORTS.stream()
                .flatMap(port -> Stream.of(port.getMethods()))
                .filter(method -> method.getReturnType() == void.class)
                .map(Method::getName)
                .filter(name -> !name.equals("fingerprints") && !Life.WRITING.contains(name))
                .distinct()
                .toList();
        assertEquals(List.of(), forgotten);
    }
}
