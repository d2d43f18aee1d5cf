package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.operations.Finding;
import org.syncline.platform.engine.operations.Previewing;
import org.syncline.platform.engine.run.ObjectError;

/** XML, Drools, a decision table and Groovy contribute to one attribute: one precedence ranks them all. */
class MixedLanguagesTest {
    private static final String SCRIPT = """
            importFlow(connector: 'hr', objectType: 'employee', name: 'by trade') { source, identity, contribute ->
                if (source.title?.contains('Engineer')) contribute 'licence', 'E3', 30
                if (source.title?.endsWith('Trainee')) contribute 'licence', 'F1', 10
            }
            """;

    @TempDir
    private Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = new WrittenHouse(folder)
                .metaverse("<object-type name=\"person\"><attribute name=\"id\" indexed=\"true\"/>"
                        + "<attribute name=\"licence\"/></object-type>")
                .source("hr", "<object-type name=\"employee\" anchor=\"id\"><attribute name=\"id\"/>"
                        + "<attribute name=\"title\"/></object-type>")
                .directory("ad", "", "<object-type name=\"user\" anchor=\"guid\"><attribute name=\"guid\"/>"
                        + "<attribute name=\"licence\"/></object-type>")
                .rules("join/hr.xml", "<join-rules connector=\"hr\" object-type=\"employee\" metaverse-type=\"person\">"
                        + "<join name=\"by id\"><match attribute=\"id\" with=\"id\"/></join><project name=\"new\"/></join-rules>")
                .rules("attribute-flow/hr.xml", "<attribute-flows connector=\"hr\" object-type=\"employee\""
                        + " metaverse-type=\"person\"><import from=\"id\" to=\"id\"/>"
                        + "<import name=\"everybody\" to=\"licence\" value=\"E1\" precedence=\"50\"/></attribute-flows>")
                .rules("attribute-flow/ad.xml", "<attribute-flows connector=\"ad\" object-type=\"user\""
                        + " metaverse-type=\"person\"><export from=\"licence\" to=\"licence\"/></attribute-flows>")
                .rules("provisioning/ad.xml", "<provisioning-rules connector=\"ad\" object-type=\"user\""
                        + " metaverse-type=\"person\"><provision name=\"all\"><dn>\"cn=\" &amp; [id]</dn></provision>"
                        + "</provisioning-rules>")
                .rules("attribute-flow/chiefs.drl", """
                        rule "executives"
                        when  $flow : ImportFlow( connector == "hr", source["title"] matches "Chief .*" )
                        then  $flow.contribute("licence", "E5", 20);
                        end
                        """)
                .rules("attribute-flow/writers.csv", """
                        RuleTable writers,
                        CONDITION,ACTION
                        $flow : ImportFlow,
                        "source[""title""] matches ""$param\""","$flow.contribute(""licence"", ""$param"", 40);"
                        Title,Licence
                        .*Writer.*,F3
                        """)
                .rules("attribute-flow/trade.groovy", SCRIPT);
        employ("1", "Clerk");
        employ("2", "Writer");
        employ("3", "Engineering Writer");
        employ("4", "Chief Engineer");
        employ("5", "Chief Engineer Trainee");
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private void employ(String id, String title) {
        house.put("hr", "employee", id, "id=" + id, "title=" + title);
    }

    private String explained(String id) {
        return new Explaining(house.store(), house.rules(), house.clock())
                .explain("metaverse:id=" + id, "licence").toString();
    }

    private void assertExplained(String id, String rule) {
        assertTrue(explained(id).contains("by " + rule), () -> explained(id));
    }

    @Test
    void onePrecedenceRanksThemAllAndEachIsExplainedWithItsPlace() {
        house.cleanly("ad");
        assertEquals(Map.of("cn=1", "E1", "cn=2", "F3", "cn=3", "E3", "cn=4", "E5", "cn=5", "F1"),
                house.held("ad", "user", "licence"));
        assertExplained("1", "'everybody' (rules/attribute-flow/hr.xml:1:");
        assertExplained("2", "'writers_6' (rules/attribute-flow/writers.csv:6:");
        assertExplained("3", "'by trade' (rules/attribute-flow/trade.groovy:1:1)");
        assertExplained("4", "'executives' (rules/attribute-flow/chiefs.drl:1:1)");
        assertExplained("5", "'by trade' (rules/attribute-flow/trade.groovy:1:1)");
    }

    @Test
    void theNextOneOfWhateverLanguageIsElectedWhenTheBestFallsSilent() {
        house.cleanly("ad");
        employ("5", "Chief Engineer");
        employ("4", "Engineer");
        employ("3", "Writer");
        house.cleanly("ad");
        assertEquals(Map.of("cn=1", "E1", "cn=2", "F3", "cn=3", "F3", "cn=4", "E3", "cn=5", "E5"),
                house.held("ad", "user", "licence"));
    }

    @Test
    void aPreviewShowsEveryContributionWithItsPlace() {
        house.cleanly("ad");
        String shown = new Previewing(house.store(), house.rules(), house.clock())
                .preview(new Finding(house.store(), house.ruleset()).findObject("hr:5")).toString();
        for (String place : List.of("hr.xml:1", "chiefs.drl:1", "trade.groovy:1")) {
            assertTrue(shown.contains("rules/attribute-flow/" + place), () -> place + " is not in " + shown);
        }
    }

    @Test
    void twoLanguagesWithOnePrecedenceAreAnErrorThatNamesBoth() {
        house.rules("attribute-flow/trade.groovy", SCRIPT.replace("30", "20"));
        house.cycle();
        List<ObjectError> errors = house.store().runHistory().errors("hr");
        assertEquals("4", errors.getFirst().title(), errors::toString);
        String said = errors.getFirst().message() + " " + errors.getFirst().rule();
        assertTrue(said.contains("trade.groovy:1:1") && said.contains("chiefs.drl:1:1"), said);
    }
}
