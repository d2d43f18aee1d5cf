package org.syncline.platform.app.report;

import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTimesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void printsALineForEachStepByConnector() {
        pages("hr", 3, Duration.ofMillis(500));
        pages("directory", 1_200, Duration.ofSeconds(2));
        assertLinesMatch(List.of(
                "connector +step +pages +read s +work s +record s",
                "directory +export +1,200 +2,400\\.00 +2,400\\.00 +2,400\\.00",
                "hr +export +3 +1\\.50 +1\\.50 +1\\.50"), printed());
    }

    private void pages(String connector, int pages, Duration each) {
        Stream.of("next", "work", "record")
                .map(stage -> meters.timer("syncline.pages." + stage, "connector", connector, "step", "export"))
                .forEach(timer -> Stream.generate(() -> each).limit(pages).forEach(timer::record));
    }

    private List<String> printed() {
        StringWriter text = new StringWriter();
        new PageTimes(new PrintWriter(text)).print(meters);
        return text.toString().lines().toList();
    }
}
