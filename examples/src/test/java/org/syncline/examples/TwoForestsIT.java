package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.app.report.RunSummary.Outcome;
import org.syncline.platform.engine.run.Counter;

/**
 * The example of two forests on two domain controllers, with accounts that have the rights its README names. The program runs all the
 * time; each test changes something in the source and waits for it to arrive in the target. Nobody looks before an hour is over: what
 * arrives, the domain controllers have told.
 */
@Tag("samba")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoForestsIT {
    private static final String DISABLED = "514";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ServedDomain source;
    private ServedDomain target;
    private ConfigurationFolder example;
    private Map<String, String> environment;
    private Path out;
    private Process program;

    @BeforeAll
    void begin(@TempDir Path folder) {
        CompletableFuture<ServedDomain> other =
                CompletableFuture.supplyAsync(() -> ServedDomain.named("lab.example.test"));
        source = ServedDomain.named("ad.example.test");
        target = other.join();
        fillSource();
        fillTarget();
        example = ConfigurationFolder.unused(ConfigurationFolder.TWO_FORESTS, folder.resolve("example"));
        environment = new HashMap<>(environment("SOURCE", source));
        environment.putAll(environment("TARGET", target));
        environment.put("SYNCLINE_PARAMETER_TARGET_DOMAIN", "lab.example.test");
        out = folder.resolve("out");
        program = new Launcher(environment)
                .start(out, "run", example.path().toString(), "--follow", "--every", "PT1H");
    }

    private void fillSource() {
        for (String unit : List.of("OU=Company", "OU=Staff,OU=Company", "OU=Shared,OU=Company",
                "OU=Selection,OU=Company")) {
            source.addUnit(source.dn(unit));
        }
        source.addUser(source.dn("CN=forest reader,CN=Users"), "forestreader",
                new Attribute("userPrincipalName", "reader@ad.example.test"));
        source.showDeleted("forestreader");
        for (String name : List.of("anna", "bo", "cy", "ed", "svc-backup")) {
            addStaff(name, new Attribute("mail", name + "@corp.example"));
        }
        addStaff("di");
        addGroup("Team,OU=Selection", "ed");
        addGroup("Forest Users,OU=Selection", "anna", "bo");
        source.modify(group("Forest Users,OU=Selection"), new Modification(ModificationType.ADD, "member",
                group("Team,OU=Selection")));
        addGroup("Project X,OU=Shared", "anna", "cy", "di");
    }

    private void addStaff(String name, Attribute... others) {
        source.addUser(staff(name), name, others);
        source.set(staff(name), "displayName", name.toUpperCase(Locale.ROOT));
    }

    private void addGroup(String relative, String... members) {
        source.add(group(relative), new Attribute("objectClass", "group"),
                new Attribute("sAMAccountName", relative.substring(0, relative.indexOf(','))),
                new Attribute("member", Arrays.stream(members).map(this::staff).toList()));
    }

    private String staff(String name) {
        return source.dn("CN=" + name + ",OU=Staff,OU=Company");
    }

    private String group(String relative) {
        return source.dn("CN=" + relative + ",OU=Company");
    }

    private void fillTarget() {
        for (String unit : List.of("OU=Partner", "OU=Accounts,OU=Partner", "OU=Contacts,OU=Partner",
                "OU=Groups,OU=Partner", "OU=Former,OU=Partner")) {
            target.addUnit(target.dn(unit));
        }
        target.addUser(target.dn("CN=forest writer,CN=Users"), "forestwriter",
                new Attribute("userPrincipalName", "writer@lab.example.test"));
        target.grant("forestwriter", target.server().baseDn(), "(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;%s)");
        target.grant("forestwriter", target.dn("OU=Partner"), "(A;CI;RPWPCCDCLCRC;;;%s)");
        target.addUser(target.dn("CN=Bo,CN=Users"), "bo");
    }

    private static Map<String, String> environment(String forest, ServedDomain domain) {
        String account = forest.equals("SOURCE") ? "reader@" : "writer@";
        return Map.of(
                "SYNCLINE_PARAMETER_" + forest + "_CONTROLLER", domain.server().url(),
                "SYNCLINE_PARAMETER_" + forest + "_DN", domain.server().baseDn(),
                "SYNCLINE_PARAMETER_" + forest + "_ACCOUNT", account + domain.server().domain(),
                "SYNCLINE_PARAMETER_" + forest + "_AUTHORITY", domain.server().certificate().toString(),
                "SYNCLINE_SECRET_" + forest, ServedDomain.PASSWORD);
    }

    @AfterAll
    void end() {
        if (program != null) {
            program.destroyForcibly();
        }
        if (target != null) {
            target.deleteTree(target.dn("OU=Partner"));
            target.delete(target.dn("CN=forest writer,CN=Users"));
            target.delete(target.dn("CN=Bo,CN=Users"));
            target.close();
            source.deleteTree(source.dn("OU=Company"));
            source.delete(source.dn("CN=forest reader,CN=Users"));
            source.close();
        }
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(program.isAlive(), this::printed);
            assertTrue(System.nanoTime() < end, this::printed);
            try {
                Thread.sleep(100);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interruption);
            }
        }
    }

    private void awaitEqual(Object expected, Supplier<?> actual) {
        try {
            await(() -> expected.equals(actual.get()));
        } catch (AssertionError late) {
            assertEquals(expected, actual.get(), late.getMessage());
        }
    }

    private String printed() {
        try {
            return Files.readString(out);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The first parts of the names in a unit of the target. */
    private Set<String> in(String unit) {
        return target.below(target.dn("OU=" + unit + ",OU=Partner"), Filter.createPresenceFilter("cn")).values()
                .stream()
                .map(entry -> entry.getAttributeValue("cn"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of its members, without the domain. */
    private Set<String> members(String group) {
        Entry entry = target.entry(target.dn("CN=" + group + ",OU=Groups,OU=Partner"));
        return entry == null || !entry.hasAttribute("member")
                ? Set.of()
                : Arrays.stream(entry.getAttributeValues("member"))
                        .map(dn -> dn.replace(",OU=Partner," + target.server().baseDn(), ""))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(1)
    void theSelectedHaveDisabledAccountsAndTheOthersContacts() {
        awaitEqual(Set.of("ANNA (anna)", "BO (bo2)", "ED (ed)"), () -> in("Accounts"));
        awaitEqual(Set.of("CY (cy)"), () -> in("Contacts"));
        awaitEqual(Set.of("CN=ANNA (anna),OU=Accounts", "CN=CY (cy),OU=Contacts"), () -> members("Project X"));
        for (String name : List.of("anna", "bo2", "ed")) {
            assertEquals(DISABLED, target.account(name).getAttributeValue("userAccountControl"));
        }
        assertEquals("bo2@lab.example.test", target.account("bo2").getAttributeValue("userPrincipalName"));
    }

    @Test
    @Order(2)
    void whatChangesInTheSourceArrives() {
        source.set(staff("anna"), "title", "Architect");
        source.set(staff("cy"), "telephoneNumber", "+47 1");
        await(() -> "Architect".equals(target.account("anna").getAttributeValue("title")));
        awaitEqual("+47 1", () -> target.entry(target.dn("CN=CY (cy),OU=Contacts,OU=Partner"))
                .getAttributeValue("telephoneNumber"));
    }

    @Test
    @Order(3)
    void whoIsSelectedGetsAnAccountInThePlaceOfTheContact() {
        source.modify(group("Forest Users,OU=Selection"),
                new Modification(ModificationType.ADD, "member", staff("cy")));
        awaitEqual(Set.of("ANNA (anna)", "BO (bo2)", "CY (cy)", "ED (ed)"), () -> in("Accounts"));
        awaitEqual(Set.of(), () -> in("Contacts"));
        awaitEqual(Set.of("CN=ANNA (anna),OU=Accounts", "CN=CY (cy),OU=Accounts"), () -> members("Project X"));
    }

    @Test
    @Order(4)
    void whoIsNoLongerSelectedIsPutAsideAndComesBack() {
        source.modify(group("Team,OU=Selection"), new Modification(ModificationType.DELETE, "member", staff("ed")));
        source.set(staff("bo"), "userAccountControl", "66050");
        awaitEqual(Set.of("BO (bo2)", "ED (ed)"), () -> in("Former"));
        awaitEqual(Set.of("ED (ed)"), () -> in("Contacts"));
        source.set(staff("bo"), "userAccountControl", "66048");
        awaitEqual(Set.of("ED (ed)"), () -> in("Former"));
        awaitEqual(Set.of("ANNA (anna)", "BO (bo2)", "CY (cy)"), () -> in("Accounts"));
    }

    @Test
    @Order(5)
    void groupsComeChangeAndGo() {
        addGroup("Canteen,OU=Shared", "bo");
        awaitEqual(Set.of("CN=BO (bo2),OU=Accounts"), () -> members("Canteen"));
        source.rename(group("Canteen,OU=Shared"), "CN=Kitchen", source.dn("OU=Shared,OU=Company"));
        awaitEqual(Set.of("CN=BO (bo2),OU=Accounts"), () -> members("Kitchen"));
        target.modify(target.dn("CN=Kitchen,OU=Groups,OU=Partner"),
                new Modification(ModificationType.ADD, "member", target.dn("CN=Bo,CN=Users")));
        source.modify(group("Kitchen,OU=Shared"), new Modification(ModificationType.ADD, "member", staff("anna")));
        awaitEqual(Set.of("CN=BO (bo2),OU=Accounts", "CN=ANNA (anna),OU=Accounts",
                "CN=Bo,CN=Users," + target.server().baseDn()), () -> members("Kitchen"));
        source.delete(group("Kitchen,OU=Shared"));
        awaitEqual(Set.of("Project X"), () -> in("Groups"));
    }

    @Test
    @Order(6)
    void whoIsEnabledByHandInTheTargetIsDisabledAgain() {
        target.set(target.account("anna").getDN(), "userAccountControl", "512");
        awaitEqual(DISABLED, () -> target.account("anna").getAttributeValue("userAccountControl"));
    }

    @Test
    @Order(7)
    void whoIsDeletedInTheSourceIsDeletedTwoWeeksLater() throws InterruptedException {
        source.delete(staff("anna"));
        awaitEqual(Set.of("ANNA (anna)", "ED (ed)"), () -> in("Former"));
        program.destroy();
        if (!program.waitFor(60, TimeUnit.SECONDS)) {
            fail("The program does not end when it is told to");
        }
        Cycle cycle = Cycle.later(Duration.ofDays(15), example, environment);
        assertEquals(Outcome.CLEAN, cycle.outcome(), cycle::toString);
        assertEquals(2, cycle.counted(Counter.EXPORT_DELETE), cycle::toString);
        assertEquals(Set.of(), in("Former"));
        assertEquals(Set.of("ED (ed)"), in("Contacts"));
        assertEquals(Set.of("CN=CY (cy),OU=Accounts"), members("Project X"));
    }
}
