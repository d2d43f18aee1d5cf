package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.platform.app.workspace.Workspace;

/**
 * The program is killed again and again while it keeps a directory of 2,000 people in step with an HR file that changes all the time:
 * nobody gets two accounts, no change is lost, no confirmation is lost. {@code -Pkill} does so in ten rounds of ten kills instead of one,
 * {@code -Dkill.seed=} tells another history.
 */
@Tag("slapd")
class KilledCyclesIT {
    private static final int PEOPLE = 2000;
    private static final int KILLS = Integer.getInteger("kill.count", 10);
    private static final long SEED = Long.getLong("kill.seed", 20_261_123);
    private static final int ROUND = 10;
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
    private int inPages;
    private long newestPage;

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
        for (int kills = 0; kills < KILLS; kills += ROUND) {
            kill(launcher, store, Math.min(ROUND, KILLS - kills));
            demandRest(launcher);
        }
        report(store, KILLS + " kills, " + inPages + " of them in pages of an export");
        assertTrue(inPages * 2 >= KILLS, () -> "only " + inPages + " kills in pages of an export, seed " + SEED);
    }

    /** A quiet run makes everything good, and the next one has nothing to do. */
    private void demandRest(Launcher launcher) {
        Command quiet = launcher.run("run", folder.path().toString(), "--json");
        assertEquals(0, quiet.code(), () -> "seed " + SEED + ": " + quiet);
        new AccountsOfStaff(staff, directory.people(), directory.groups()).areAllAsTheyMustBe();
        try (Workspace workspace = Workspace.open(folder.path(), launcher.environment(), Clock.systemUTC())) {
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

    /** Between kills people come, change and go; what one run left undone is up to the next. */
    private void kill(Launcher launcher, KeptStore store, int times) {
        int misses = 0;
        for (int kills = 0; kills < times;) {
            staff.liveOn();
            folder.write("employees.csv", staff.file());
            if (launcher.kill(moment(kills), ProcessBuilder.Redirect.to(out.toFile()), "run", folder.path().toString(),
                    "--json")) {
                kills++;
                note(store.pageInFlight());
            } else {
                assertTrue(++misses < times, () -> "it ends before it can be killed, seed " + SEED + ": " + printed());
            }
        }
        staff.liveOn();
        folder.write("employees.csv", staff.file());
    }

    private BooleanSupplier moment(int kills) {
        return kills % 5 == 4 ? afterALine() : afterAWrite(directory.people().isEmpty() ? PEOPLE : PEOPLE / 4);
    }

    private void note(long page) {
        inPages += page > newestPage ? 1 : 0;
        newestPage = Math.max(newestPage, page);
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
        return printed().lines().count();
    }

    private String printed() {
        try {
            return Files.readString(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
