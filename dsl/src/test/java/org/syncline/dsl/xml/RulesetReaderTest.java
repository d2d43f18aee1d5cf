package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.lint.LintCode;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.Allow;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.OnAmbiguous;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Delete;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Disconnect;
import org.syncline.dsl.ruleset.ProvisioningRules.Enable;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.dsl.ruleset.ProvisioningRules.Place;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Rename;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;
import org.syncline.dsl.ruleset.Retention;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.ruleset.StoreDefinition;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

class RulesetReaderTest {
    private static final Evaluation NOTHING = Evaluation.at(Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void readsTheMetaverse() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder).ruleset();
        assertEquals("adventure-works", ruleset.name());
        assertEquals(List.of("person", "group", "guest", "device"), List.copyOf(ruleset.metaverse().keySet()));
        ObjectType person = ruleset.metaverse().get("person").type();
        assertEquals(
                new AttributeDefinition("employeeId", AttributeType.STRING, false, true, false), person.attribute(0));
        assertEquals(
                new AttributeDefinition("nationalId", AttributeType.STRING, false, false, true),
                person.attribute(person.index("nationalId")));
        assertEquals(
                new AttributeDefinition("proxyAddresses", AttributeType.STRING, true, false, false),
                person.attribute(person.index("proxyAddresses")));
        assertEquals(AttributeType.REFERENCE, person.attribute(person.index("manager")).type());
        assertEquals(new RuleLocation("syncline.xml", 5, 5), ruleset.metaverse().get("person").location());
    }

    @Test
    void readsWhenIdentitiesEnd() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder).ruleset();
        assertEquals(new EndPolicy.LinksGone(Set.of("hr"), false, Duration.ofDays(7)), end(ruleset, "person"));
        assertEquals(new EndPolicy.LastLinkGone(Duration.ZERO), end(ruleset, "group"));
        assertEquals(new EndPolicy.Never(), end(ruleset, "device"));
        EndPolicy.When guest = assertInstanceOf(EndPolicy.When.class, end(ruleset, "guest"));
        assertEquals(Duration.ofHours(12), guest.grace());
        assertEquals("[status] = \"left\"", guest.condition().source());
    }

    private static EndPolicy end(Ruleset ruleset, String type) {
        return ruleset.metaverse().get(type).ends();
    }

    @Test
    void readsConnectors() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder).ruleset();
        assertEquals(List.of("directory", "hr"), List.copyOf(ruleset.connectors().keySet()));
        ConnectorDefinition directory = ruleset.connectors().get("directory");
        assertEquals("ldap", directory.type());
        assertFalse(directory.readOnly());
        assertEquals(
                Map.of("server", "ldap://adventure-works.com:389", "base", "dc=adventure-works,dc=com"),
                directory.settings());
        assertEquals(Map.of("password", "directory"), directory.secrets());
        assertEquals(Duration.ofMinutes(30), directory.confirmWithin());
        assertEquals(new RuleLocation("connectors/directory.xml", 1, 1), directory.location());
        assertTrue(ruleset.connectors().get("hr").readOnly());
        assertEquals(Duration.ofMinutes(15), ruleset.connectors().get("hr").confirmWithin());
    }

    @Test
    void readsObjectTypes() throws Exception {
        ConnectorDefinition hr = SampleFolder.in(folder).ruleset().connectors().get("hr");
        ConnectedObjectType employee = hr.objectType("employee").orElseThrow();
        assertEquals(List.of("EmployeeKey"), employee.anchor());
        assertEquals("dn", employee.type().attribute(0).name());
        assertEquals(new ConnectedAttribute("HireDate", "HireDate", "yyyy-MM-dd", null, null),
                employee.attribute("HireDate").orElseThrow());
        assertEquals(new ConnectedAttribute("Assistant", "Assistant Mail", null, "employee", "EmailAddress"),
                employee.attribute("Assistant").orElseThrow());
        assertEquals("Not IsPresent([Status])", employee.filter().source());
        assertEquals(Allow.ALL, employee.allow());
        assertFalse(employee.collectsRows());
        assertNull(employee.read());
        ConnectedObjectType department = hr.objectType("department").orElseThrow();
        assertTrue(department.collectsRows());
        assertEquals(Set.of("Any Column"), department.read().reads());
    }

    @Test
    void readsGuardsAndRunProfiles() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder).ruleset();
        assertEquals(Guards.DEFAULT, ruleset.connectors().get("hr").guards());
        ConnectorDefinition directory = ruleset.connectors().get("directory");
        assertEquals(
                new Guards(new ImportGuard(0.80, 10), new ChangeGuard(
                        Limit.NONE, Limit.NONE, new Limit(50, 0.05), Limit.NONE, Limit.share(0.10), 25,
                        Duration.ofHours(24), false)),
                directory.guards());
        assertEquals(List.of(new Step(Kind.EXPORT, 100), Step.of(Kind.DELTA_IMPORT)),
                directory.runProfile("export").orElseThrow().steps());
    }

    @Test
    void aGuardThatDoesNotSpeakOfDeletesKeepsTheirDefault() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder)
                .with(ProblemCase.DIRECTORY, "deletes=\"50\" deletes-share=\"5%\" ", "adds=\"7\" ")
                .ruleset();
        ChangeGuard guard = ruleset.connectors().get("directory").guards().exports();
        assertEquals(Limit.number(7), guard.adds());
        assertEquals(Limit.share(0.10), guard.deletes());
    }

    @Test
    void aGuardOfOneObjectTypeStandsInPlaceOfTheGeneralOne() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder)
                .with(ProblemCase.DIRECTORY, "<export deletes", "<export object-type=\"groupOfNames\""
                        + " cleared-values=\"3\" deletes=\"1\"/><export deletes")
                .ruleset();
        Guards guards = ruleset.connectors().get("directory").guards();
        assertEquals(Limit.number(3), guards.exportsOf("groupOfNames").clearedValues());
        assertEquals(Limit.number(1), guards.exportsOf("groupOfNames").deletes());
        assertEquals(guards.exports(), guards.exportsOf("inetOrgPerson"));
    }

    @Test
    void aConnectorSaysHowOftenAValueMayBeContradicted() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder)
                .with(ProblemCase.DIRECTORY, "type=\"ldap\"", "type=\"ldap\" hold-after=\"5\"")
                .ruleset();
        assertEquals(5, ruleset.connectors().get("directory").holdAfter());
        assertEquals(3, ruleset.connectors().get("hr").holdAfter());
    }

    @Test
    void readsJoinRules() throws Exception {
        JoinRules rules = SampleFolder.in(folder).ruleset().joinRules("hr", "employee").getFirst();
        assertEquals("person", rules.metaverseType());
        assertEquals("[Status] = \"Current\"", rules.scope().source());
        assertEquals(List.of("by employee id", "by mail"),
                rules.criteria().stream().map(Criterion::name).toList());
        Criterion byMail = rules.criteria().get(1);
        assertEquals(OnAmbiguous.NEXT, byMail.onAmbiguous());
        assertEquals("IsPresent([EmailAddress])", byMail.when().source());
        assertEquals(new RuleLocation("rules/join/hr.xml", 4, 3), byMail.location());
        assertTrue(byMail.matches().getFirst().ignoreCase());
        assertNull(byMail.matches().getFirst().attribute());
        assertEquals("LCase([EmailAddress])", byMail.matches().getFirst().key().source());
        assertEquals("EmployeeKey", rules.criteria().getFirst().matches().getFirst().attribute());
        assertEquals(Set.of("EmployeeKey"), rules.criteria().getFirst().matches().getFirst().key().reads());
        assertEquals("[Grade] > 0", rules.projections().getFirst().when().source());
    }

    @Test
    void warnsOfReadingsOfTheClockThatAreDecidedAtMidnightOnly() throws Exception {
        SampleFolder sample = SampleFolder.in(folder)
                .with("rules/join/hr.xml", "[Status] = \"Current\"", "NumFromDate(Now()) > 5")
                .with("rules/join/hr.xml", "IsPresent([EmailAddress])", "[HireDate] &lt; Today()");
        assertEquals(List.of(), sample.problems());
        ReadResult.Ready ready =
                assertInstanceOf(ReadResult.Ready.class, new RulesetReader(Map.of()).read(sample.path()));
        assertEquals(
                List.of("rules/join/hr.xml:2:16: warning clock-read-daily: Nobody can say when the clock changes this; it is"
                        + " decided anew at 00:00 only; compare a date with Now() or Today(), as in [until] < Today(),"
                        + " where the moment matters"),
                ready.warnings().stream()
                        .filter(warning -> warning.code() == LintCode.CLOCK_READ_DAILY)
                        .map(Warning::toString)
                        .toList());
    }

    @Test
    void readsSeveralFilesOfJoinRulesInTheOrderOfTheirNames() throws Exception {
        List<JoinRules> files = SampleFolder.in(folder)
                .with("rules/join/a-first.xml", """
                        <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="group">
                          <project name="teams"><when>[Grade] > 8</when></project><project name="others"/>
                        </join-rules>""")
                .ruleset()
                .joinRules("hr", "employee");
        assertEquals(List.of("group", "person"), files.stream().map(JoinRules::metaverseType).toList());
        assertEquals(
                List.of("teams", "others"),
                files.getFirst().projections().stream().map(JoinRules.Projection::name).toList());
    }

    @Test
    void readsImportFlows() throws Exception {
        AttributeFlows flows = SampleFolder.in(folder).ruleset().attributeFlows("hr", "employee", "person")
                .findFirst().orElseThrow();
        assertEquals(
                List.of("import EmployeeKey to employeeId", "import FirstName to givenName", "import LastName to sn",
                        "import to displayName", "import EmailAddress to mail", "import DepartmentName to department",
                        "import to employeeStatus", "import to employeeStatus (line 12)", "import HireDate to hireDate",
                        "import Grade to grade", "import to external", "import ParentEmployeeKey to manager",
                        "main address"),
                flows.imports().stream().map(ImportFlow::name).toList());
        ImportFlow key = flows.imports().getFirst();
        assertEquals("EmployeeKey", key.from());
        assertEquals(ImportFlow.ONLY, key.precedence());
        assertEquals(Merge.UPDATE, key.merge());
        ImportFlow active = flows.imports().get(6);
        assertNull(active.from());
        assertEquals("[Status] = \"Current\"", active.when().source());
        assertEquals("\"active\"", active.value().source());
        assertEquals(10, active.precedence());
        assertEquals(new TextValue("left"), flows.imports().get(7).value().evaluate(NOTHING));
        assertEquals(BooleanValue.FALSE, flows.imports().get(10).value().evaluate(NOTHING));
        assertTrue(flows.imports().get(11).keepWhenGone());
        assertEquals(Merge.MERGE_CASE_INSENSITIVE, flows.imports().get(12).merge());
    }

    @Test
    void textsMayFlowToWhatTheyCanBecome() throws Exception {
        assertEquals(List.of(), SampleFolder.in(folder)
                .with(ProblemCase.FLOWS, "from=\"Grade\"", "from=\"FirstName\"")
                .with(ProblemCase.FLOWS, "from=\"HireDate\"", "from=\"FirstName\"")
                .with(ProblemCase.FLOWS, "from=\"LastName\"", "from=\"ParentEmployeeKey\"")
                .with(ProblemCase.EXPORTS, "from=\"manager\"", "from=\"mail\"")
                .problems());
    }

    @Test
    void readsExportFlows() throws Exception {
        AttributeFlows flows = SampleFolder.in(folder).ruleset()
                .attributeFlows("directory", "inetOrgPerson", "person").findFirst().orElseThrow();
        ExportFlow mail = flows.exports().getFirst();
        assertEquals("mail", mail.from());
        assertEquals(Compare.IGNORE_CASE, mail.compare());
        assertTrue(mail.allowNull());
        assertTrue(flows.exports().get(1).initialOnly());
        ExportFlow description = flows.exports().get(2);
        assertEquals(Compare.TRIM, description.compare());
        assertEquals(Set.of("department", "manager.displayName", "target.uid"), description.value().reads());
        assertEquals("<present attribute=\"department\"/>", description.when().source());
        ExportFlow number = flows.exports().get(3);
        assertEquals(Compare.MASK, number.compare());
        assertEquals(255, number.mask());
        assertTrue(flows.exports().get(4).ownValuesOnly());
        assertEquals(Compare.EXACT, flows.exports().get(4).compare());
        assertEquals(new RuleLocation("rules/attribute-flow/directory.xml", 12, 3), flows.exports().get(5).location());
    }

    @Test
    void readsProvisioning() throws Exception {
        ProvisioningRules rules =
                SampleFolder.in(folder).ruleset().provisioningRules("person").findFirst().orElseThrow();
        Provision provision = rules.provisions().getFirst();
        assertEquals(IfDeleted.RECREATE, provision.ifDeleted());
        assertEquals(List.of(new Place("directory", "mail")), provision.uniques().getFirst().across());
        assertEquals(List.of(false, true),
                provision.uniques().getFirst().candidates().stream().map(candidate -> candidate.numbered()).toList());
        assertEquals("\"uid=\" & EscapeDNComponent({uid}) & \",ou=People,\" & %Base%", provision.dn().source());
        assertEquals(32, provision.initials().getFirst().secretLength());
        assertNull(provision.initials().getFirst().value());
        assertEquals(new TextValue("new"), provision.initials().get(1).value().evaluate(NOTHING));
        Rename rename = rules.renames().getFirst();
        assertEquals("uid", rename.uniques().getFirst().to());
        assertEquals("{uid} & \"@\" & %Domain.FQDN%", rename.sets().getFirst().value().source());
    }

    @Test
    void letsOnlyInitialValuesBeDrawnByLot() throws Exception {
        String file = "rules/provisioning/directory.xml";
        SampleFolder sample = SampleFolder.in(folder).with(file, "<initial to=\"description\" value=\"new\"/>",
                "<initial to=\"description\">Guid()</initial>");
        assertEquals(List.of(), sample.problems());
        assertTrue(sample.with(file, "{uid} &amp; \"@\"", "Guid() &amp; \"@\"").problems().getFirst()
                .contains("Guid gives another result each time"));
    }

    @Test
    void readsWhatBecomesOfAccounts() throws Exception {
        ProvisioningRules rules =
                SampleFolder.in(folder).ruleset().provisioningRules("person").findFirst().orElseThrow();
        Deprovision leavers = rules.deprovisions().getFirst();
        Stage first = leavers.outcome().stages().getFirst();
        Disable disable = assertInstanceOf(Disable.class, first.action());
        assertEquals(Duration.ZERO, first.after());
        assertEquals("pwdAccountLockedTime", disable.sets().getFirst().to());
        assertEquals("\"ou=Leavers,\" & %Base%", disable.moveTo().source());
        Stage second = leavers.outcome().stages().get(1);
        assertEquals(Duration.ofDays(30), second.after());
        assertEquals(new Delete(), second.action());
        assertTrue(second.location().line() > first.location().line());
        Enable enable = leavers.outcome().enable();
        assertEquals(Absence.AUTHORITATIVE_NULL, enable.sets().getFirst().value().evaluate(NOTHING));
        assertNull(enable.moveTo());
        Stage end = rules.whenIdentityEnds().stages().getFirst();
        assertEquals(Duration.ZERO, end.after());
        assertEquals(new Disconnect(true), end.action());
        assertEquals(1, rules.whenIdentityEnds().stages().size());
        assertEquals(Enable.NOTHING, rules.whenIdentityEnds().enable());
    }

    @Test
    void readsAccountsMadeAnewAndWhatEndsUndo() throws Exception {
        ProvisioningRules rules = SampleFolder.in(folder)
                .with(ProblemCase.PROVISIONING, "<rename name",
                        "<reprovision><when>[grade] = 3</when></reprovision><rename name")
                .with(ProblemCase.PROVISIONING, "<disconnect-explicitly/>",
                        "<disconnect-explicitly/><enable><move-to>\"ou=People\"</move-to></enable>")
                .ruleset()
                .provisioningRules("person")
                .findFirst()
                .orElseThrow();
        assertEquals("reprovision", rules.reprovisions().getFirst().name());
        assertEquals("[grade] = 3", rules.reprovisions().getFirst().when().source());
        assertEquals("\"ou=People\"", rules.whenIdentityEnds().enable().moveTo().source());
    }

    @Test
    void readsConditionsAndMergingOfValuesThatAreSet() throws Exception {
        ProvisioningRules rules = SampleFolder.in(folder)
                .with(ProblemCase.PROVISIONING, "<random-password length=\"32\"/>",
                        "<when>[grade] = 3</when><random-password length=\"32\"/>")
                .with(ProblemCase.PROVISIONING, "<set to=\"mail\">{uid} &amp; \"@\" &amp; %Domain.FQDN%</set>",
                        "<set to=\"proxyAddresses\" merge=\"merge\"><when>[grade] = 4</when><value>{uid}</value></set>")
                .ruleset()
                .provisioningRules("person")
                .findFirst()
                .orElseThrow();
        assertEquals("[grade] = 3", rules.provisions().getFirst().initials().getFirst().when().source());
        ProvisioningRules.Set set = rules.renames().getFirst().sets().getFirst();
        assertEquals(Merge.MERGE, set.merge());
        assertEquals("[grade] = 4", set.when().source());
        assertEquals("{uid}", set.value().source());
    }

    @Test
    void readsFlags() throws Exception {
        ExportFlow flow = SampleFolder.in(folder)
                .with("rules/attribute-flow/directory.xml",
                        "compare=\"mask\" mask=\"&amp;HFF\">[grade]</export>",
                        "><flag bit=\"2\"><when>[grade] = 1</when></flag>"
                                + "<flag bit=\"&amp;H200\"><when>IsPresent([grade])</when></flag></export>")
                .ruleset()
                .attributeFlows("directory", "inetOrgPerson", "person")
                .findFirst()
                .orElseThrow()
                .exports()
                .get(3);
        assertEquals(Compare.MASK, flow.compare());
        assertEquals(0x202, flow.mask());
        assertEquals(Set.of("grade"), flow.value().reads());
    }

    @Test
    void theEnvironmentOverridesParameters() throws Exception {
        Path path = SampleFolder.in(folder).path();
        ReadResult read = new RulesetReader(Map.of("SYNCLINE_PARAMETER_DOMAIN_FQDN", "test.local", "BASE", "x"))
                .read(path);
        Ruleset ruleset = assertInstanceOf(ReadResult.Ready.class, read).ruleset();
        assertEquals("ldap://test.local:389", ruleset.connectors().get("directory").settings().get("server"));
        assertEquals("dc=adventure-works,dc=com", ruleset.connectors().get("directory").settings().get("base"));
    }

    @Test
    void theStoreLiesBesideTheFilesOrWhereTheyNameIt() throws Exception {
        SampleFolder sample = SampleFolder.in(folder);
        assertNull(sample.ruleset().store());
        StoreDefinition store = sample.with("syncline.xml", "<metaverse>",
                "<store url=\"jdbc:postgresql://db.%Domain.FQDN%/syncline\" user=\"keeper\" secret=\"store\"/><metaverse>")
                .ruleset()
                .store();
        assertEquals("jdbc:postgresql://db.adventure-works.com/syncline", store.url());
        assertEquals("keeper", store.user());
        assertEquals("store", store.secret());
    }

    @Test
    void aStoreNeedsAnAddressItCanUseAndNoPasswordInIt() throws Exception {
        List<String> problems = SampleFolder.in(folder)
                .with("syncline.xml", "<metaverse>",
                        "<store url=\"jdbc:mysql://db/x?Password=y\" user=\"keeper\"/><metaverse>")
                .problems();
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains("is no address of a store that Syncline can use"), problems::toString);
        assertTrue(problems.getLast().contains("The address of the store holds a password"), problems::toString);
    }

    @Test
    void readsHowLongTheHistoryIsKept() throws Exception {
        SampleFolder sample = SampleFolder.in(folder);
        assertEquals(Retention.DEFAULT, sample.ruleset().retention());
        assertEquals(
                new Retention(Duration.ofDays(30), Duration.ofDays(365)),
                sample.with("syncline.xml", "<metaverse>",
                        "<retention details=\"P30D\" counters=\"P365D\"/><metaverse>")
                        .ruleset()
                        .retention());
    }

    @Test
    void objectsAreNotKeptLongerThanTheirRuns() throws Exception {
        List<String> problems = SampleFolder.in(folder)
                .with("syncline.xml", "<metaverse>", "<retention counters=\"P7D\"/><metaverse>")
                .problems();
        assertTrue(problems.getFirst().contains("The runs are kept for a shorter time than their objects"),
                problems::toString);
    }

    @Test
    void aDoubledPercentSignIsOneAndALoneOneStays() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder)
                .with(ProblemCase.DIRECTORY, "ldap://%Domain.FQDN%:389", "a%%b %Base%% 5% c")
                .ruleset();
        assertEquals("a%b dc=adventure-works,dc=com% 5% c",
                ruleset.connectors().get("directory").settings().get("server"));
    }

    @Test
    void theContentHashFollowsEveryFile() throws Exception {
        SampleFolder sample = SampleFolder.in(folder);
        String hash = sample.ruleset().contentHash();
        assertEquals(hash, sample.ruleset().contentHash());
        assertNotEquals(hash, sample.with("schedule.xml", "nightly", "weekly").ruleset().contentHash());
    }

    @Test
    void theContentHashFollowsWhatTheEnvironmentSaysOfParameters() throws Exception {
        SampleFolder sample = SampleFolder.in(folder);
        RulesetReader elsewhere = new RulesetReader(Map.of("SYNCLINE_PARAMETER_DOMAIN_FQDN", "elsewhere.test"));
        ReadResult.Ready read = (ReadResult.Ready) elsewhere.read(sample.path());
        assertNotEquals(sample.ruleset().contentHash(), read.ruleset().contentHash());
    }

    @Test
    void whatIsSwitchedOffIsCheckedAndLeftOut() throws Exception {
        SampleFolder sample = SampleFolder.in(folder)
                .with(ProblemCase.PROVISIONING, "<rename name", "<rename enabled=\"false\" name")
                .with(ProblemCase.FLOWS, "name=\"main address\"", "name=\"main address\" enabled=\"false\"");
        Ruleset ruleset = sample.ruleset();
        assertEquals(List.of(), ruleset.provisioningRules("person").findFirst().orElseThrow().renames());
        assertEquals(12, ruleset.attributeFlows("hr", "employee", "person").findFirst().orElseThrow().imports().size());
        assertEquals(
                List.of("rules/provisioning/directory.xml:14:31: The object type 'person' has no attribute 'snn';"
                        + " did you mean sn?"),
                sample.with(ProblemCase.PROVISIONING, "<changed attribute=\"sn\"/>", "<changed attribute=\"snn\"/>")
                        .problems());
    }
}
