package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed at any moment loses nothing that the next run does not make good. */
class KilledRunIT {
    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0} ms after the store was opened")
    @ValueSource(longs = {700, 1500, 2500})
    void theNextRunMakesItGood(long milliseconds) {
        AdventureWorks works = AdventureWorks.in(temporary.resolve("works"));
        Path owner = works.folder().store().resolve("store.owner");
        new Launcher(Map.of()).kill(() -> Files.exists(owner) && sleep(milliseconds), "run",
                works.folder().path().toString());
        works.folder().run().endedWith(0);
        works.accounts().areAllAsTheyMustBe();
        assertEquals(0, works.folder().run().endedWith(0).written());
    }

    private static boolean sleep(long milliseconds) {
        LockSupport.parkNanos(milliseconds * 1_000_000);
        return true;
    }

    @Tag("slapd")
    @ParameterizedTest(name = "when {0} accounts are there")
    @ValueSource(ints = {1, 150, 290})
    void theNextRunGoesOnWhereItStood(int accounts) {
        AdventureWorks works = AdventureWorks.in(temporary.resolve("works")).withoutAccentsInMailAddresses();
        String folder = works.folder().path().toString();
        try (ServedDirectory directory = ServedDirectory.start()) {
            directory.replaceEmbeddedOf(works.folder());
            directory.launcher().kill(() -> directory.people().size() >= accounts, "run", folder);
            directory.launcher().run("run", folder, "--json").endedWith(0);
            works.accounts(directory).areAllAsTheyMustBe();
            assertEquals(0, directory.launcher().run("run", folder, "--json").endedWith(0).written());
        }
    }
}
