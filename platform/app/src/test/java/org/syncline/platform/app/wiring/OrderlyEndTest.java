package org.syncline.platform.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OrderlyEndTest {

    @Test
    void aProcessToldToEndRecordsThePagesAtHandAndClosesItsStore() throws IOException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), EndlessImport.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertEquals("importing", output.readLine());
            process.toHandle().destroy();
            assertEquals(List.of("lost pages: 0", "the store is closed"), output.lines().toList());
        } finally {
            process.destroyForcibly();
        }
    }
}
