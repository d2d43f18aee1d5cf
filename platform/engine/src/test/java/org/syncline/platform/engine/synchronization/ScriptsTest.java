package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;

/** Every hook of the scripts of a folder decides where the rules of the files do. */
class ScriptsTest {
    private static final String NICKNAME = """
            importFlow(connector: 'crm', objectType: 'contact') { source, identity, contribute ->
                contribute 'givenName', source.first?.toUpperCase(), 5
            }
            """;

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

    private Office script(String name, String text) {
        return office.file("rules/" + name + ".groovy", text);
    }

    private ObjectError onlyError() {
        List<ObjectError> errors = office.rules().ruleset().connectors().keySet().stream()
                .flatMap(connector -> office.store().runHistory().errors(connector).stream())
                .toList();
        assertEquals(1, errors.size(), errors::toString);
        return errors.getFirst();
    }

    private String explained(String name, String attribute) {
        return new Explaining(office.store(), office.rules(), Clock.fixed(office.now(), ZoneOffset.UTC))
                .explain(name, attribute).toString();
    }

    @Test
    void importFlow() {
        script("attribute-flow/nickname", NICKNAME).cycle();
        assertEquals("ANNIE", office.account("1", "first"));
        String explained = explained("#" + office.person("1").id(), "givenName");
        assertTrue(explained.contains("by 'nickname' (rules/attribute-flow/nickname.groovy:1:1)"), explained);

        script("attribute-flow/nickname", NICKNAME.replace("toUpperCase", "toLowerCase")).cycle();
        assertEquals("annie", office.account("1", "first"));

        office.put("crm", "c", "id=1").cycle();
        assertEquals("Ann", office.account("1", "first"));
        assertEquals(List.of(), office.errors());
    }

    private Office mailOfCrm(int precedence) {
        return script("attribute-flow/mail", """
                importFlow(connector: 'crm', objectType: 'contact') { source, identity, contribute ->
                    contribute 'mail', source.mail, %d
                }
                """.formatted(precedence))
                .flows("ad", "user",
                        "<import from=\"mail\" to=\"mail\" precedence=\"10\"/><export from=\"mail\" to=\"mail\"/>")
                .put("crm", "c", "id=1 | mail=ann@crm");
    }

    @Test
    void theValueOfALowerRankedScriptIsKeptOutOfASystemThatImportsTheAttribute() {
        mailOfCrm(30).cycle();
        assertEquals("ann@crm", office.value("1", "mail"));
        assertEquals("", office.account("1", "mail"));
    }

    @Test
    void theValueOfAHigherRankedScriptFlowsThere() {
        mailOfCrm(5).cycle();
        assertEquals("ann@crm", office.account("1", "mail"));
    }

    @Test
    void whatAScriptBroughtStaysWhenItsObjectIsGoneWhereItSaysSo() {
        String greeting = """
                importFlow(connector: 'crm', objectType: 'contact'%s) { source, identity, contribute ->
                    contribute 'displayName', "Dear ${source.first}", 5
                }
                """;
        script("attribute-flow/greeting", greeting.formatted(", keepWhenGone: 'true'")).cycle();
        office.remove("crm", "c").cycle();
        assertEquals("Dear Annie", office.value("1", "displayName"));

        script("attribute-flow/greeting", greeting.formatted("")).put("crm", "c", "id=1 | first=Annie").cycle();
        office.remove("crm", "c").cycle();
        assertEquals("", office.value("1", "displayName"));
    }

    @Test
    void whichIdentitiesAScriptIsAboutFollowsFromTheRuleFiles() {
        office.change("syncline.xml", "</metaverse>",
                "<object-type name=\"team\"><attribute name=\"title\"/></object-type></metaverse>");
        script("attribute-flow/nickname", NICKNAME).cycle();
        assertEquals("ANNIE", office.account("1", "first"));
    }

    @Test
    void aFailureNamesFileAndLineAndKeepsTheValue() {
        script("attribute-flow/nickname", NICKNAME).cycle();
        script("attribute-flow/nickname", """
                importFlow(connector: 'crm', objectType: 'contact') { source, identity, contribute ->

                    contribute 'givenName', source.first.substring(99), 5
                }
                """).cycle();

        assertEquals("ANNIE", office.account("1", "first"));
        ObjectError error = onlyError();
        assertEquals("nickname (rules/attribute-flow/nickname.groovy:3:1)", error.rule());
        assertEquals("at rules/attribute-flow/nickname.groovy:3", error.stack());
        assertTrue(error.message().startsWith("StringIndexOutOfBoundsException"), error.message());
    }

    @Test
    void exportFlow() {
        script("attribute-flow/format", """
                exportFlow(connector: 'ad', objectType: 'user') { identity, target, contribute ->
                    contribute 'last', "${identity.sn} (${identity.isConnectedTo('x') ? 'x' : target.id})"
                    contribute 'proxies', [identity.givenName, identity.sn].findAll { it != null }
                }
                """).cycle();

        assertEquals("Lee (null)", office.account("1", "last"));
        assertEquals("Ann;Lee", office.account("1", "proxies"));
        assertTrue(explained("ad:cn=1,dc=x", "last")
                .contains("'format' (rules/attribute-flow/format.groovy:1:1)"));
    }

    @Test
    void filter() {
        script("join/workers", """
                filter(connector: 'hr', objectType: 'employee') { source -> source.status == 'robot' }
                """).put("hr", "2", "id=2 | first=R2 | status=robot").cycle();

        assertEquals(1, office.persons().size());

        office.put("hr", "2", "id=2 | first=R2 | status=human").cycle();
        assertEquals(2, office.persons().size());
    }

    @Test
    void joinKeys() {
        office.join("crm", "contact", "<project name=\"never\"><when>False</when></project>").put("crm", "c",
                "last=id-1");
        script("join/contacts", """
                joinKeys(connector: 'crm', objectType: 'contact', with: 'employeeId') { source ->
                    source.last?.minus('id-')
                }
                """).flows("crm", "contact", "<import from=\"last\" to=\"mail\"/>").cycle();

        assertEquals("id-1", office.value("1", "mail"));
    }

    @Test
    void project() {
        script("join/contacts", """
                project(connector: 'crm', objectType: 'contact') { source -> source.status in ['new', 'open'] }
                """).put("crm", "d", "id=7 | status=open").put("crm", "e", "id=8 | status=closed").cycle();

        assertEquals(2, office.persons().size());
    }

    @Test
    void resolveJoin() {
        script("join/twins", """
                resolveJoin(connector: 'hr', objectType: 'employee') { source, candidates, choose ->
                    choose(candidates.find { it['mail'] == source.mail })
                }
                """);
        office.join("hr", "employee", "<join name=\"by name\" on-ambiguous=\"resolve\">"
                + "<match attribute=\"last\" with=\"sn\"/></join><project name=\"new\"/>")
                .join("crm", "contact", "<project name=\"new\"/>")
                .flows("crm", "contact",
                        "<import from=\"last\" to=\"sn\" precedence=\"9\"/><import from=\"mail\" to=\"mail\"/>")
                .flows("hr", "employee", "<import from=\"id\" to=\"employeeId\"/>")
                .provisioning("")
                .put("crm", "c", "id=1 | last=Lee | mail=a@x.org").put("crm", "d", "id=2 | last=Lee | mail=b@x.org")
                .put("hr", "1", "id=1 | last=Lee | mail=b@x.org")
                .cycle();

        assertEquals(List.of(), office.errors());
        assertEquals("b@x.org", office.value("1", "mail"));
    }

    @Test
    void provisionAndDeprovision() {
        office.target("lab", "");
        script("provisioning/laboratory", """
                provision(connector: 'lab', objectType: 'user') { identity, create ->
                    if (identity.status == 'active') {
                        create dn: "cn=${create.escape(identity.employeeId)},dc=x", last: identity.sn
                    }
                }
                deprovision(connector: 'lab', objectType: 'user', name: 'leavers') { identity, target, leave ->
                    if (identity.status == 'left') {
                        leave.disable(status: "off ${target.last}")
                        leave.delete 'P30D'
                    }
                }
                """).cycle();
        assertEquals(1, linked("lab"));

        office.put("hr", "1", "id=1 | first=Ann | last=Lee | status=left").cycle();
        assertEquals("off Lee", office.account("lab", "1", "status"));

        office.wait(Duration.ofDays(31));
        office.cycle();
        assertEquals(0, linked("lab"));
        assertEquals(List.of(), office.errors());
    }

    private long linked(String connector) {
        return office.objects(connector).stream().filter(object -> object.link().isJoined()).count();
    }

    @Test
    void identityEnds() {
        script("provisioning/ends", """
                identityEnds(metaverseType: 'person') { identity -> identity.status == 'gone' }
                """).cycle();
        assertEquals(1, office.persons().size());

        office.put("hr", "1", "id=1 | first=Ann | status=gone").cycle();
        assertEquals(0, office.persons().size());
    }

    @Test
    void resolve() {
        office.flows("hr", "employee", """
                <import from="id" to="employeeId"/><import from="first" to="givenName" precedence="10"/>""")
                .flows("crm", "contact", "<import from=\"first\" to=\"givenName\" precedence=\"20\"/>");
        script("attribute-flow/longest", """
                resolve(attribute: 'givenName') { contributions, choose ->
                    choose(contributions.max { it.text().length() })
                }
                """).cycle();

        assertEquals("Annie", office.value("1", "givenName"));
    }

    @Test
    void beforeStepRefusesAndAfterStepRemarks() {
        script("attribute-flow/steps", """
                beforeStep(connector: 'crm', name: 'not today') { step, refuse ->
                    if (step.kind() == 'full-sync') refuse 'The CRM is being moved.'
                }
                afterStep(connector: 'hr') { step, remark ->
                    if (step.kind() == 'full-sync') remark "${step.result()}: ${step.count('disconnector-projected-flow')} new"
                }
                """);
        office.run("crm", Kind.FULL_IMPORT);
        office.run("hr", Kind.FULL_IMPORT);
        StepReport refused = office.run("crm", Kind.FULL_SYNC);
        StepReport remarked = office.run("hr", Kind.FULL_SYNC);

        assertFalse(refused.result().isCompleted());
        assertTrue(refused.message().contains("The CRM is being moved."), refused.message());
        assertTrue(refused.message().contains("'not today' (rules/attribute-flow/steps.groovy:1:1)"),
                refused.message());
        assertTrue(remarked.message().contains("1 new"), remarked.message());
    }

    @Test
    void whatAnsweredByTheClockIsAskedAgain() {
        script("attribute-flow/age", """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute, now ->
                    contribute 'mail', now.toString().take(10), 5
                }
                """).cycle();
        assertEquals("2026-01-05", office.value("1", "mail"));

        office.wait(Duration.ofDays(1));
        office.cycle();
        assertEquals("2026-01-06", office.value("1", "mail"));
    }
}
