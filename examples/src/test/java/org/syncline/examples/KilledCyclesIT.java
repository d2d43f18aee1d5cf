package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.platform.app.workspace.Workspace;

/**
 * The program is killed again and again while it keeps a directory of 2,000 people in step with an HR file that changes all the time:
 * nobody gets two accounts, no change is lost, no confirmation is lost. {@code -Pkill} kills a hundred times instead of ten,
 * {@code -Dkill.seed=} repeats a history.
 */
@Tag("slapd")
class KilledCyclesIT {
    private static final int PEOPLE = 2000;
    private static final int KILLS = Integer.getInteger("kill.count", 10);
    private static final long SEED = Long.getLong("kill.seed", new SecureRandom().nextInt());
    private static final int LINES = 5;
    private static final int NANOSECONDS = 200_000_000;

    @TempDir
    private Path temporary;

    private final Random random = new Random(SEED);
    private final Staff staff = new Staff(SEED, PEOPLE);
    private ServedDirectory directory;
    private DirectoryWrites writes;
    private ConfigurationFolder folder;
    private Path out;

    @BeforeEach
    void start() {
        directory = ServedDirectory.start(OpenLdapFeature.MONITOR);
        for (String site : Staff.SITES.subList(1, Staff.SITES.size())) {
            directory.add("dn: ou=" + site + ",dc=example,dc=test", "objectClass: organizationalUnit", "ou: " + site);
        }
        writes = new DirectoryWrites(directory);
        folder = ConfigurationFolder.copy(Path.of("src/test/resources/killed"), temporary.resolve("killed"));
        directory.replaceEmbeddedOf(folder);
        out = temporary.resolve("out");
    }

    @AfterEach
    void stop() {
        if (directory != null) {
            writes.close();
            directory.close();
        }
    }

    @Test
    void nothingIsLostWithTheStoreBesideTheFiles() {
        demandThatNothingIsLost(new KeptStore.Embedded(folder, temporary));
    }

    @Test
    void nothingIsLostWithTheStoreOnPostgres() {
        demandThatNothingIsLost(new KeptStore.Served(PostgresStore.create().replaceEmbeddedOf(folder)));
    }

    private void demandThatNothingIsLost(KeptStore store) {
        Map<String, String> environment = new HashMap<>(directory.launcher().environment());
        environment.putAll(store.environment());
        Launcher launcher = new Launcher(environment);
        int inPages = kill(launcher, store);
        report(store, KILLS + " kills, " + inPages + " of them in pages of an export");
        assertTrue(inPages * 2 >= KILLS, () -> "only " + inPages + " kills in pages of an export, seed " + SEED);

        Command quiet = launcher.run("run", folder.path().toString(), "--json").endedWith(0);
        new AccountsOfStaff(staff, directory.people(), directory.groups()).areAllAsTheyMustBe();
        try (Workspace workspace = Workspace.open(folder.path(), environment, Clock.systemUTC())) {
            StoreAtRest.demand(workspace.store(), List.of("hr", "directory"));
        }
        long before = writes.count();
        assertEquals(0, launcher.run("run", folder.path().toString(), "--json").endedWith(0).written(),
                quiet::toString);
        assertEquals(before, writes.count());
    }

    private static void report(KeptStore store, String text) {
        System.out.println(store.getClass().getSimpleName() + " store: " + text + ", -Dkill.seed=" + SEED);
    }

    /** How many of the kills met a page of an export. */
    private int kill(Launcher launcher, KeptStore store) {
        int inPages = 0;
        long newest = 0;
        for (int kills = 0; kills < KILLS;) {
            folder.write("employees.csv", staff.file());
            BooleanSupplier moment = kills % 5 == 4 ? afterALine() : afterAWrite(kills == 0 ? PEOPLE : PEOPLE / 4);
            if (launcher.kill(moment, ProcessBuilder.Redirect.to(out.toFile()), "run", folder.path().toString(),
                    "--json")) {
                kills++;
                long page = store.pageInFlight();
                inPages += page > newest ? 1 : 0;
                newest = Math.max(newest, page);
            }
            staff.liveOn();
        }
        folder.write("employees.csv", staff.file());
        return inPages;
    }

    /** When the directory has carried out so many changes: in the midst of an export. */
    private BooleanSupplier afterAWrite(int most) {
        long enough = writes.count() + 1 + random.nextInt(most);
        return () -> writes.count() >= enough;
    }

    /** A moment after some step has ended, at most as long as a step takes. */
    private BooleanSupplier afterALine() {
        int lines = random.nextInt(LINES);
        int nanoseconds = random.nextInt(NANOSECONDS);
        return () -> {
            if (lines() < lines) {
                return false;
            }
            LockSupport.parkNanos(nanoseconds);
            return true;
        };
    }

    private long lines() {
        try (Stream<String> lines = Files.lines(out)) {
            return lines.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
