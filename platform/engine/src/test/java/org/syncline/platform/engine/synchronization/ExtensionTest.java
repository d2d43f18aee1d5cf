package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.platform.engine.synchronization.Programs.aboutAttributes;
import static org.syncline.platform.engine.synchronization.Programs.brings;
import static org.syncline.platform.engine.synchronization.Programs.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.TextValue;

/** Rules that are programs decide beside those of the files. */
class ExtensionTest {
    private static final ExtensionRule NICKNAME = rule(Hook.IMPORT_FLOW, "nickname", "crm", "contact");
    private static final ExtensionRule OTHER = rule(Hook.IMPORT_FLOW, "other", "hr", "employee");
    private static final ExtensionRule FORMAT = aboutAttributes(rule(Hook.EXPORT_FLOW, "format", "ad", "user"), "last");
    private static final ExtensionRule ADDRESS =
            aboutAttributes(rule(Hook.EXPORT_FLOW, "address", "ad", "user"), "last");
    private static final ExtensionRule LAB = rule(Hook.PROVISIONING, "laboratory", "lab", "user");
    private static final ExtensionRule TWINS = rule(Hook.RESOLVE_JOIN, "twins", "hr", "employee");
    private static final ExtensionRule LONGEST = rule(Hook.RESOLVE, "longest", null, null);

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder)
                .flows("ad", "user", "<export from=\"givenName\" to=\"first\"/>")
                .put("hr", "1", "id=1 | first=Ann | last=Lee | status=active")
                .put("crm", "c", "id=1 | first=Annie");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static Programs nickname(int precedence) {
        return new Programs().importing(NICKNAME, fact -> fact.object().hologram().known().get("first").isPresent()
                ? List.of(brings(NICKNAME, "givenName", fact.object().hologram().known().get("first"), precedence))
                : List.of());
    }

    private ObjectError onlyError() {
        List<ObjectError> errors = List.of("hr", "crm", "ad", "lab").stream()
                .flatMap(connector -> office.store().runHistory().errors(connector).stream())
                .toList();
        assertEquals(1, errors.size(), errors::toString);
        return errors.getFirst();
    }

    private String explained(String attribute) {
        return new Explaining(office.store(), office.rules(), Clock.fixed(office.now(), ZoneOffset.UTC))
                .explain("#" + office.person("1").id(), attribute).toString();
    }

    @Test
    void ranksWhatAProgramBringsAgainstTheFlowsOfTheFiles() {
        office.flows("hr", "employee", """
                <import from="id" to="employeeId"/><import from="first" to="givenName" precedence="10"/>""")
                .extendedBy(nickname(20)).cycle();
        assertEquals("Ann", office.value("1", "givenName"));

        office.extendedBy(nickname(5)).cycle();
        assertEquals("Annie", office.value("1", "givenName"));
        assertEquals("Annie", office.account("1", "first"));
        Lineage lineage = office.person("1").lineage().get(office.person("1").type().index("givenName")).getFirst();
        assertEquals("nickname", lineage.rule());
        assertEquals(List.of(), office.errors());
    }

    @Test
    void recallsWhatAProgramBringsNoMore() {
        office.extendedBy(nickname(5)).cycle();
        assertEquals("Annie", office.value("1", "givenName"));

        office.put("crm", "c", "id=1").cycle();
        assertEquals("Ann", office.value("1", "givenName"));

        office.put("crm", "c", "id=1 | first=Annie").cycle();
        office.remove("crm", "c").cycle();
        assertEquals("Ann", office.value("1", "givenName"));
    }

    @Test
    void namesBothRulesThatHaveOnePrecedence() {
        office.extendedBy(nickname(7).importing(OTHER, fact -> List.of(brings(OTHER, "givenName", "Anna", 7)))).cycle();

        ObjectError error = onlyError();
        assertTrue(error.message().contains("Precedence 7 for person.givenName is taken"), error.message());
        assertTrue((error.message() + error.rule()).contains("nickname (rules/nickname.groovy:2:1)")
                || (error.message() + error.rule()).contains("'nickname' (rules/nickname.groovy:2:1)"),
                error.message());
        assertTrue((error.message() + error.rule()).contains("rules/other.groovy:2:1"), error.message());
    }

    @Test
    void keepsWhatAProgramBroughtBeforeItFailed() {
        office.extendedBy(nickname(5)).put("hr", "2", "id=2 | first=Bob").put("crm", "d", "id=2 | first=Bobby").cycle();
        office.extendedBy(new Programs().importing(NICKNAME, fact -> {
            if (fact.object().anchor().text().equals("c")) {
                throw new IllegalStateException("no such month");
            }
            return List.of(brings(NICKNAME, "givenName", "Robert", 5));
        })).cycle();

        assertEquals("Annie", office.value("1", "givenName"));
        assertEquals("Robert", office.value("2", "givenName"));
        ObjectError error = onlyError();
        assertEquals("c", error.title());
        assertEquals("no such month", error.message());
        assertEquals("nickname (rules/nickname.groovy:7:1)", error.rule());
        assertEquals("at line 7", error.stack());
    }

    @Test
    void refusesAnAttributeThatIsNotThere() {
        office.extendedBy(new Programs().importing(OTHER, fact -> List.of(brings(OTHER, "nick", "A", 5))))
                .cycle();

        assertTrue(onlyError().message().contains("'person' has no attribute 'nick'"), onlyError().message());
        assertEquals("Ann", office.value("1", "givenName"));
    }

    @Test
    void leadsReferencesThatAProgramPassesOn() {
        office.flows("hr", "employee",
                "<import from=\"id\" to=\"employeeId\"/><import from=\"first\" to=\"givenName\"/>")
                .extendedBy(new Programs().importing(OTHER,
                        fact -> List.of(brings(OTHER, "manager", fact.object().hologram().known().get("boss"), 5))))
                .put("hr", "2", "id=2 | first=Bob | boss=1").put("hr", "3", "id=3 | first=Cid | boss=9").cycle();

        assertEquals("", office.value("3", "manager"));
        assertEquals(1, office.store().runHistory().pendingReferences("hr").size());

        office.put("hr", "9", "id=9 | first=Zoe").cycle();
        assertEquals(String.valueOf(office.person("9").id()), office.value("3", "manager"));
        assertEquals(List.of(), office.errors());
    }

    @Test
    void letsObjectsOfOnePageJoinByWhatAProgramBrings() {
        ExtensionRule key = aboutAttributes(rule(Hook.IMPORT_FLOW, "key", "hr", "employee"), "mail");
        office.join("crm", "contact",
                "<join name=\"by mail\"><match attribute=\"mail\" with=\"mail\"/></join><project name=\"n\"/>")
                .join("hr", "employee",
                        "<join name=\"by mail\"><match attribute=\"id\" with=\"mail\"/></join><project name=\"n\"/>")
                .extendedBy(new Programs().importing(key,
                        fact -> List.of(brings(key, "mail", fact.object().hologram().known().get("last"), 5))))
                .remove("crm", "c")
                .remove("hr", "1")
                .put("hr", "3", "id=3 | last=4")
                .put("hr", "4", "id=4 | last=5");
        office.run("hr", Kind.FULL_IMPORT);
        office.run("hr", Kind.FULL_SYNC);

        assertTrue(office.errors().contains("hr 4: already-joined"), office.errors()::toString);
    }

    @Test
    void exportsWhatAProgramSays() {
        office.extendedBy(new Programs().exporting(FORMAT, fact -> List.of(new ExportFlow(
                "format", null,
                KnownResult.of("script", new TextValue("Ms " + fact.identity().attributes().text("sn"))),
                "last", false, false, Compare.EXACT, 0, false, null, FORMAT.location())))).cycle();

        assertEquals("Ms Lee", office.account("1", "last"));
        assertTrue(new Explaining(office.store(), office.rules(), Clock.fixed(office.now(), ZoneOffset.UTC))
                .explain("ad:cn=1,dc=x", "last").toString().contains("'format' (rules/format.groovy:2:1)"));
    }

    @Test
    void anExportThatFailsConcernsOneAccountAndKeepsItsValues() {
        office.extendedBy(new Programs().exporting(FORMAT, fact -> {
            if (fact.identity().attributes().text("status").equals("broken")) {
                throw new IllegalStateException("no format");
            }
            return List.of(new ExportFlow(
                    "format", null, KnownResult.of("script", new TextValue("Ms")), "last", false, false, Compare.EXACT,
                    0, false, null, FORMAT.location()));
        })).cycle();
        office.put("hr", "1", "id=1 | first=Anna | last=Lee | status=broken").remove("crm", "c").cycle();

        assertEquals("Ms", office.account("1", "last"));
        assertEquals("Anna", office.account("1", "first"));
        assertEquals("format (rules/format.groovy:7:1)", onlyError().rule());
    }

    @Test
    void whileAnExportFailsNoOtherFlowWritesWhatItMayHaveWritten() {
        office.flows("ad", "user", "<export from=\"givenName\" to=\"first\"/><export from=\"sn\" to=\"last\"/>")
                .extendedBy(new Programs().exporting(ADDRESS, fact -> {
                    if (fact.identity().attributes().text("status").equals("broken")) {
                        throw new IllegalStateException("no format");
                    }
                    return List.of(new ExportFlow(
                            "address", null, KnownResult.of("script", new TextValue("Ms")), "last", false, false,
                            Compare.EXACT, 0, false, null, ADDRESS.location()));
                }))
                .cycle();
        assertEquals("Ms", office.account("1", "last"));

        office.put("hr", "1", "id=1 | first=Anna | last=Lee | status=broken").remove("crm", "c").cycle();
        assertEquals("Ms", office.account("1", "last"));
        assertEquals("Anna", office.account("1", "first"));
    }

    private static Programs laboratory() {
        return new Programs().provisioning(LAB, ExtensionTest::decideOfLaboratory);
    }

    private static List<AccountRule> decideOfLaboratory(ExtensionFact.OfAccount fact) {
        return switch (fact.identity().attributes().text("status")) {
            case "active" -> List.of(new Provision(
                    "laboratory", null, List.of(),
                    KnownResult.of("dn",
                            new TextValue("cn=" + fact.identity().attributes().text("employeeId") + ",dc=x")),
                    List.of(), ProvisioningRules.IfDeleted.REPORT, LAB.location()));
            case "left" -> List.of(new Deprovision(
                    "laboratory", null,
                    new Outcome(List.of(new Stage(Duration.ZERO, new ProvisioningRules.Delete()))), LAB.location()));
            case "broken" -> throw new IllegalStateException("no decision");
            default -> List.of();
        };
    }

    private long accountsInLaboratory() {
        return office.objects("lab").stream().filter(object -> object.link().isJoined()).count();
    }

    @Test
    void createsAndDeletesAccountsAsAProgramDecides() {
        office.target("lab", "").file("rules/provisioning/lab.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="lab" object-type="user" metaverse-type="person"/>
                """).extendedBy(laboratory()).put("hr", "2", "id=2 | first=Bob | status=waiting").cycle();
        assertEquals(1, accountsInLaboratory());

        office.put("hr", "1", "id=1 | first=Ann | status=broken").cycle();
        assertEquals(1, accountsInLaboratory());
        assertEquals("laboratory (rules/laboratory.groovy:7:1)", onlyError().rule());

        office.put("hr", "1", "id=1 | first=Ann | status=left").cycle();
        assertEquals(0, accountsInLaboratory());
        assertEquals(List.of(), office.errors());
    }

    @Test
    void decidesOfAccountsOfWhichNoFileDoes() throws IOException {
        office.target("lab", "");
        Files.delete(folder.resolve("rules/provisioning/lab.xml"));
        office.extendedBy(laboratory()).cycle();

        assertEquals(1, accountsInLaboratory());
    }

    @Test
    void choosesAmongSeveralIdentitiesThatMatch() {
        office.join("hr", "employee", "<join name=\"by name\" on-ambiguous=\"resolve\">"
                + "<match attribute=\"last\" with=\"sn\"/></join><project name=\"new\"/>")
                .join("crm", "contact", "<project name=\"new\"/>")
                .flows("crm", "contact",
                        "<import from=\"last\" to=\"sn\" precedence=\"9\"/><import from=\"mail\" to=\"mail\"/>")
                .flows("hr", "employee", "<import from=\"id\" to=\"employeeId\"/>")
                .provisioning("")
                .put("crm", "c", "id=1 | last=Lee | mail=a@x.org").put("crm", "d", "id=2 | last=Lee | mail=b@x.org");
        office.cycle();
        assertEquals(List.of("hr 1: ambiguous-join"), office.errors());

        office.extendedBy(new Programs().joining(TWINS, fact -> fact.candidates().stream()
                .filter(candidate -> "b@x.org".equals(candidate.attributes().text("mail")))
                .map(candidate -> new JoinResolution(candidate.id(), "twins", TWINS.location()))
                .toList())).put("hr", "1", "id=1 | first=Ann | last=Lee | status=new").cycle();
        assertEquals("b@x.org", office.value("1", "mail"));
        assertEquals(List.of(), office.errors());
    }

    @Test
    void aProgramSaysWhichContributionWins() {
        office.flows("hr", "employee", """
                <import from="id" to="employeeId"/><import from="first" to="givenName" precedence="10"/>""")
                .flows("crm", "contact", "<import from=\"first\" to=\"givenName\" precedence=\"20\"/>")
                .extendedBy(new Programs().resolving(LONGEST, fact -> fact.contributions().stream()
                        .max(Comparator.comparing(one -> one.content().asList().getFirst().text().length()))
                        .map(one -> List.of(one.flow())).orElseThrow()))
                .cycle();
        assertEquals("Annie", office.value("1", "givenName"));

        office.put("hr", "1", "id=1 | first=Annabel").cycle();
        assertEquals("Annabel", office.value("1", "givenName"));
    }

    @Test
    void explainsWhatAProgramBroughtByItsRuleAndLine() {
        office.flows("hr", "employee", """
                <import from="id" to="employeeId"/><import from="first" to="givenName" precedence="10"/>""")
                .extendedBy(nickname(5)).cycle();

        String explained = explained("givenName");
        assertTrue(explained.contains("by 'nickname' (rules/nickname.groovy:2:1)"), explained);
        assertTrue(explained.contains("rank 5"), explained);
    }

    @Test
    void aChangedProgramConcernsTheObjectsThatItIsAbout() {
        Ruleset ruleset = office.rules().ruleset();
        Map<String, String> files = new TreeMap<>(ruleset.files());
        files.put("rules/nickname.groovy", "1");
        String hr = hash(files, "hr", "employee");
        String crm = hash(files, "crm", "contact");
        files.put("rules/nickname.groovy", "2");

        assertEquals(hr, hash(files, "hr", "employee"));
        assertTrue(!crm.equals(hash(files, "crm", "contact")));
    }

    private String hash(Map<String, String> files, String connector, String type) {
        Ruleset rules = office.rules().ruleset();
        return new Ruleset(
                "", files, rules.name(), rules.zone(), rules.metaverse(), rules.connectors(), rules.joinRules(),
                rules.attributeFlows(), rules.derivations(), rules.provisioningRules(), rules.groupRules(),
                rules.tests(),
                rules.store(), rules.retention(), nickname(5)).hashOf(connector, type);
    }
}
