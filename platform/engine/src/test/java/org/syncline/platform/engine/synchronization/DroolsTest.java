package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.operations.Finding;
import org.syncline.platform.engine.operations.Previewing;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Drools rules beside those of XML, through the whole engine. */
class DroolsTest {
    private static final String LICENCES = "attribute-flow/licences.drl";
    private static final String EXECUTIVES = """
            // who needs what
            rule "executives get E5"
            when  $flow : ImportFlow( connector == "hr", source["title"] matches "Chief .*" )
            then  $flow.contribute("licence", "E5", 20);
            end
            """;

    @TempDir
    private Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = new WrittenHouse(folder)
                .metaverse("<object-type name=\"person\"><attribute name=\"id\" indexed=\"true\"/>"
                        + "<attribute name=\"licence\"/><attribute name=\"note\"/></object-type>")
                .source("hr", "<object-type name=\"employee\" anchor=\"id\"><attribute name=\"id\"/>"
                        + "<attribute name=\"title\"/></object-type>")
                .directory("ad", "", "<object-type name=\"user\" anchor=\"guid\"><attribute name=\"guid\"/>"
                        + "<attribute name=\"licence\"/></object-type>")
                .rules("join/hr.xml", "<join-rules connector=\"hr\" object-type=\"employee\" metaverse-type=\"person\">"
                        + "<join name=\"by id\"><match attribute=\"id\" with=\"id\"/></join><project name=\"new\"/></join-rules>")
                .rules("attribute-flow/hr.xml", "<attribute-flows connector=\"hr\" object-type=\"employee\""
                        + " metaverse-type=\"person\"><import from=\"id\" to=\"id\"/>"
                        + "<import to=\"licence\" value=\"E1\" precedence=\"50\"/></attribute-flows>")
                .rules("attribute-flow/ad.xml", "<attribute-flows connector=\"ad\" object-type=\"user\""
                        + " metaverse-type=\"person\"><export from=\"licence\" to=\"licence\"/></attribute-flows>")
                .rules("provisioning/ad.xml", "<provisioning-rules connector=\"ad\" object-type=\"user\""
                        + " metaverse-type=\"person\"><provision name=\"all\"><dn>\"cn=\" &amp; [id]</dn></provision>"
                        + "</provisioning-rules>")
                .rules(LICENCES, EXECUTIVES);
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private void employ(String id, String title) {
        house.put("hr", "employee", id, "id=" + id, "title=" + title);
    }

    private Map<String, String> licences() {
        return house.held("ad", "user", "licence");
    }

    private String explained(String id, String attribute) {
        return new Explaining(house.store(), house.rules(), house.clock())
                .explain("metaverse:id=" + id, attribute).toString();
    }

    @Test
    void ranksBesideTheFlowsOfXmlAndIsExplainedWithItsPlace() {
        employ("1", "Chief Engineer");
        employ("2", "Clerk");
        house.cleanly("ad");
        assertEquals(Map.of("cn=1", "E5", "cn=2", "E1"), licences());
        String said = explained("1", "licence");
        assertTrue(said.contains("by 'executives get E5' (rules/attribute-flow/licences.drl:2:1)"), said);
    }

    @Test
    void aPreviewShowsTheRuleWithItsPlace() {
        employ("1", "Chief Engineer");
        house.cleanly("ad");
        ConnectorSpaceObject object = new Finding(house.store(), house.ruleset()).findObject("hr:1");
        String shown = new Previewing(house.store(), house.rules(), house.clock()).preview(object).toString();
        assertTrue(shown.contains("executives get E5"), shown);
        assertTrue(shown.contains("rules/attribute-flow/licences.drl"), shown);
    }

    @Test
    void whatARuleBringsNoMoreIsRecalled() {
        employ("1", "Chief Engineer");
        house.cleanly("ad");
        employ("1", "Clerk");
        house.cleanly("ad");
        assertEquals(Map.of("cn=1", "E1"), licences());
    }

    @Test
    void aFailureConcernsOneObjectAndKeepsWhatWasBroughtBefore() {
        employ("1", "Chief One");
        employ("2", "Chief Two");
        house.cleanly("ad");
        house.rules(LICENCES, EXECUTIVES.replace("then  $flow", "then  if ($flow.getAnchor().equals(\"1\")) {\n"
                + "        throw new IllegalStateException(\"no such licence\");\n      }\n      $flow")
                .replace("\"E5\"", "\"E7\""));
        house.cycle();
        assertEquals(Map.of("cn=1", "E5", "cn=2", "E7"), licences());
        List<ObjectError> errors = house.store().runHistory().errors("hr");
        assertEquals(1, errors.size(), errors::toString);
        assertEquals("flow-failure", errors.getFirst().code());
        assertEquals("1", errors.getFirst().title());
        assertEquals("IllegalStateException: no such licence", errors.getFirst().message());
        assertEquals("executives get E5 (rules/attribute-flow/licences.drl:5:9)", errors.getFirst().rule());
    }

    @Test
    void twoRulesOfOnePrecedenceAreBothNamed() {
        house.rules("attribute-flow/more.drl",
                "rule more when $flow : ImportFlow( connector == \"hr\" ) then $flow.contribute(\"licence\", \"E9\", 20); end");
        employ("1", "Chief One");
        house.cycle();
        ObjectError error = house.store().runHistory().errors("hr").getFirst();
        String said = error.message() + " " + error.rule();
        assertTrue(said.contains("rules/attribute-flow/licences.drl:2:1")
                && said.contains("rules/attribute-flow/more.drl:1:1"), said);
    }

    @Test
    void aStepFailsThatMeetsARuleWithoutEnd() {
        house.rules(LICENCES, EXECUTIVES.replace("then  $flow", "then  while ($flow != null) {}\n      $flow"));
        employ("1", "Chief One");
        house.run("hr", Kind.FULL_IMPORT);
        StepReport report = house.run("hr", Kind.FULL_SYNC);
        assertTrue(report.result() != StepResult.SUCCESS, report::toString);
        assertTrue(report.message().contains(
                "Rule 'executives get E5' (rules/attribute-flow/licences.drl:2:1) did not come to an end"),
                report::toString);
        assertEquals(StepResult.COMPLETED_SYNC_ERRORS, house.run("hr", Kind.FULL_SYNC).result());
        String error = house.store().runHistory().errors("hr").toString();
        assertTrue(error.contains("is not fired any more"), error);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void theNumberOfThreadsChangesNothing(int threads) {
        house.rules("attribute-flow/more.drl", """
                rule "odd ones"
                when $flow : ImportFlow( connector == "hr", $id : source["id"] )
                then
                  int number = Integer.parseInt($id.toString());
                  if (number % 7 == 3) {
                      throw new IllegalArgumentException("seven");
                  }
                  $flow.contribute("note", number % 2 == 0 ? null : "odd " + number, 1);
                end
                """);
        for (int person = 1; person <= 400; person++) {
            employ(Integer.toString(person), person % 5 == 0 ? "Chief" : "Chief " + person);
        }
        house.withThreads(threads).withPagesOf(150).cycle();
        Map<String, String> expected = new TreeMap<>();
        for (int person = 1; person <= 400; person++) {
            expected.put("cn=" + person, person % 5 == 0 ? "E1" : "E5");
        }
        assertEquals(expected, new TreeMap<>(licences()));
        assertEquals(57, house.store().runHistory().errors("hr").size());
        assertEquals("[odd 1, null]", Stream.of("1", "2").map(this::note).toList().toString());
    }

    private String note(String id) {
        return explained(id, "note").contains("odd " + id) ? "odd " + id : null;
    }
}
