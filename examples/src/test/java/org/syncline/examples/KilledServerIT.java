package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.platform.app.workspace.Workspace;

/**
 * The directory server is killed again and again while it is read and written, and comes back at once or only for the next run: nothing
 * is concluded from half an import, nobody gets two accounts, nothing is lost.
 */
@Tag("slapd")
class KilledServerIT {
    private static final int PEOPLE = 600;
    private static final int KILLS = Integer.getInteger("server.kill.count", 2);
    private static final long SEED = Long.getLong("kill.seed", 20_261_124);

    @TempDir
    private Path temporary;

    private final Random random = new Random(SEED);
    private final Staff staff = new Staff(SEED, PEOPLE);
    private ServedDirectory directory;
    private ConfigurationFolder folder;

    @AfterEach
    void stop() {
        if (directory != null) {
            directory.close();
        }
    }

    private void start(String delta, OpenLdapFeature feature) {
        directory = ServedDirectory.start(feature, OpenLdapFeature.MONITOR);
        for (String site : Staff.SITES.subList(1, Staff.SITES.size())) {
            directory.add("dn: ou=" + site + ",dc=example,dc=test", "objectClass: organizationalUnit", "ou: " + site);
        }
        folder = ConfigurationFolder.copy(Path.of("src/test/resources/killed"), temporary.resolve("killed"));
        directory.replaceEmbeddedOf(folder);
        folder.replace("connectors/directory.xml", "  </settings>",
                "    <setting name=\"delta\" value=\"" + delta + "\"/>\n  </settings>");
    }

    @ParameterizedTest
    @CsvSource({"none, REFERENTIAL_INTEGRITY", "syncrepl, CONTENT_SYNC", "accesslog, ACCESS_LOG"})
    void whateverItDoesWhenItDiesTheNextRunGoesOn(String delta, OpenLdapFeature feature) throws Exception {
        start(delta, feature);
        for (int kill = 0; kill < KILLS; kill++) {
            staff.liveOn();
            folder.write("employees.csv", staff.file());
            runAndKill(kill % 2 == 0 ? Deed.WRITES : Deed.READS, random.nextBoolean());
        }
        Command quiet = quiet(feature);
        new AccountsOfStaff(staff, directory.people(), directory.groups()).areAllAsTheyMustBe();
        try (Workspace workspace =
                Workspace.open(folder.path(), directory.launcher().environment(), Clock.systemUTC())) {
            StoreAtRest.demand(workspace.store(), List.of("hr", "directory"));
        }
        assertEquals(0, run().endedWith(0).written(), quiet::toString);
    }

    /**
     * A run in which nothing is wrong. OpenLDAP's refint alone mends references in a task of its own, which an import may overtake; that
     * run puts them right itself.
     */
    private Command quiet(OpenLdapFeature feature) {
        Command quiet = run();
        Set<String> errors = quiet.lines().stream()
                .flatMap(step -> step.path("errors").valueStream())
                .map(error -> error.path("code").asString())
                .collect(Collectors.toSet());
        boolean isOvertaken = feature == OpenLdapFeature.REFERENTIAL_INTEGRITY
                && errors.equals(Set.of("exported-change-not-reimported"));
        assertEquals(isOvertaken ? 1 : 0, quiet.code(), () -> "seed " + SEED + ": " + quiet);
        return quiet;
    }

    private Command run() {
        return directory.launcher().run("run", folder.path().toString(), "--json");
    }

    private enum Deed {
        WRITES,
        READS
    }

    /** @param comesBackAtOnce or else only after the run has ended */
    private void runAndKill(Deed deed, boolean comesBackAtOnce) throws Exception {
        Path out = temporary.resolve("out");
        try (LDAPConnection monitor = directory.connect()) {
            BooleanSupplier moment = moment(deed, monitor);
            Process run = directory.launcher().start(out, "run", folder.path().toString(), "--json");
            while (run.isAlive() && !moment.getAsBoolean()) {
                Thread.onSpinWait();
            }
            assertTrue(run.isAlive(), () -> "it ends before the server can be killed, seed " + SEED);
            directory.server().kill();
            if (comesBackAtOnce) {
                directory.server().restart();
            }
            run.waitFor();
        }
        if (!comesBackAtOnce) {
            directory.server().restart();
        }
    }

    /** When it has written, or given out, so many entries more. */
    private BooleanSupplier moment(Deed deed, LDAPConnection monitor) {
        boolean isEmpty = directory.people().isEmpty();
        int most = deed == Deed.WRITES && !isEmpty ? PEOPLE / 30 : PEOPLE / 2;
        return switch (deed) {
            case WRITES -> {
                DirectoryWrites writes = new DirectoryWrites(directory);
                long enough = writes.count() + 1 + random.nextInt(most);
                yield () -> writes.count() >= enough;
            }
            case READS -> {
                long enough = given(monitor) + 1 + random.nextInt(most);
                long[] asked = new long[1];
                yield () -> given(monitor) - ++asked[0] >= enough;
            }
        };
    }

    private static long given(LDAPConnection monitor) {
        try {
            return monitor.getEntry("cn=Entries,cn=Statistics,cn=Monitor", "monitorCounter")
                    .getAttributeValueAsLong("monitorCounter");
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }
}
