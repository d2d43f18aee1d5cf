package org.syncline.dsl.extension.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.EndlessProgram;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;

class DroolsRulesTest {
    private static final String LICENCES = """
            // who needs what
            rule "executives get E5"
            when  $flow : ImportFlow( connector == "hr", source["Title"] matches "Chief .*|Vice President .*" )
            then  $flow.contribute("licence", "E5", 20);
            end
            """;
    private static final String E5 = "licence=TextValue[text=E5]@20 by executives get E5 at 2";

    private static List<List<String>> told(RuleExtension rules, ExtensionFact.OfImport... facts) {
        return rules.importFlows(List.of(facts)).stream().map(RuleDesk::told).toList();
    }

    @Test
    void aRuleContributesToThoseWhomItIsAbout() {
        RuleExtension rules = new RuleDesk().with("licences.drl", LICENCES).rules();
        assertEquals(List.of(List.of(E5), List.of(), List.of()), told(rules, RuleDesk.employee("Ada", "Chief Engineer"),
                RuleDesk.employee("Bob", "Clerk"), RuleDesk.employee("Carl", null)));
    }

    @Test
    void aRuleTellsWhomItIsAboutAndWhatItFills() {
        assertEquals(List.of(new ExtensionRule("executives get E5", Hook.IMPORT_FLOW, "hr", null, null,
                Set.of("licence"), Map.of("licence", 20), false,
                new RuleLocation("rules/attribute-flow/licences.drl", 2, 1))),
                new RuleDesk().with("licences.drl", LICENCES).rules().rules());
    }

    @Test
    void answersStandInTheOrderOfFilesAndRules() {
        RuleExtension rules = new RuleDesk()
                .with("b.drl", "rule z when $f : ImportFlow() then $f.contribute(\"status\", \"z\", 1); end\n"
                        + "rule a salience 5 when $f : ImportFlow() then $f.contribute(\"status\", \"a\", 2); end")
                .with("a.drl", "rule z when $f : ImportFlow() then $f.contribute(\"status\", \"first\", 3); end")
                .rules();
        assertEquals(
                List.of("status=TextValue[text=first]@3 by z at 1", "status=TextValue[text=z]@1 by z at 1",
                        "status=TextValue[text=a]@2 by a at 2"),
                told(rules, RuleDesk.employee("Ada", "x")).getFirst());
    }

    @Test
    void whatARuleBringsInSeveralFiringsIsOneContribution() {
        RuleExtension rules = new RuleDesk().with("x.drl", """
                rule "long ones"
                when $flow : ImportFlow( )
                     $skill : String( length > 3 ) from $flow.source["Skills"]
                then $flow.merge("skills", $skill, 7);
                end
                """).rules();
        ExtensionFact.OfImport ada = RuleDesk.employee(RuleDesk.employee("Ada", "x").object().hologram().known()
                .toBuilder().set("Skills", RuleDesk.texts("java", "sql", "scala")).build());
        List<ImportFlow> flows = rules.importFlows(List.of(ada)).getFirst().rules();
        assertEquals(1, flows.size());
        assertEquals(Set.copyOf(RuleDesk.texts("java", "scala")),
                Set.copyOf(flows.getFirst().value().evaluate(null).asList()));
    }

    @Test
    void onlyRulesThatReadItDependOnTheClock() {
        assertFalse(new RuleDesk().with("x.drl", LICENCES).rules().readsClock());
        RuleExtension rules = new RuleDesk().with("x.drl", """
                rule "hired" when $flow : ImportFlow( source["Hired"] != null, source["Hired"] <= now )
                then $flow.contribute("status", "here", 1); end
                """).rules();
        assertTrue(rules.readsClock());
        ExtensionFact.OfImport ada = RuleDesk.employee(RuleDesk.employee("Ada", "x").object().hologram().known()
                .toBuilder().set("Hired", RuleDesk.date("2026-02-01T00:00:00Z")).build());
        assertEquals(List.of("status=TextValue[text=here]@1 by hired at 1"), told(rules, ada).getFirst());
        assertEquals("2026-03-02T00:00:00Z", ada.present().until().toString());
    }

    @Test
    void anExceptionInAConsequenceConcernsOneRuleOfOneObject() {
        RuleExtension rules = new RuleDesk().with("licences.drl", LICENCES).with("x.drl", """
                rule "length of the title"
                when $flow : ImportFlow( )
                then
                  $flow.contribute("displayName", "x", 20);

                  Object title = $flow.getSource().get("Title");
                  title.toString();
                end
                """).rules();
        assertEquals(
                List.of(List.of(E5, "displayName=TextValue[text=x]@20 by length of the title at 1"),
                        List.of("length of the title fails at rules/attribute-flow/x.drl:7:3: NullPointerException:"
                                + " Cannot invoke \"Object.toString()\" because \"title\" is null")),
                told(rules, RuleDesk.employee("Ada", "Chief Engineer"), RuleDesk.employee("Bob", null)));
    }

    @Test
    void anExceptionInAConditionConcernsOneRuleOfOneObjectOfAPageOfAThousand() {
        RuleExtension rules = new RuleDesk().with("licences.drl", LICENCES).with("x.drl", """
                rule "third letter"
                when $flow : ImportFlow( source["Name"].toString().substring(2) != "" )
                then $flow.contribute("status", "long", 1);
                end
                """).rules();
        List<ExtensionFact.OfImport> page = new ArrayList<>(IntStream.range(0, 1000)
                .mapToObj(number -> RuleDesk.employee("Name " + number, "Chief"))
                .toList());
        page.set(500, RuleDesk.employee("X", "Chief Engineer"));
        List<List<String>> told = rules.importFlows(page).stream().map(RuleDesk::told).toList();
        assertEquals(
                List.of(E5,
                        "third letter fails at rules/attribute-flow/x.drl:1:1: StringIndexOutOfBoundsException: Range"
                                + " [2, 1) out of bounds for length 1"),
                told.get(500));
        told = new ArrayList<>(told);
        told.remove(500);
        assertEquals(Set.of(List.of("status=TextValue[text=long]@1 by third letter at 1")), Set.copyOf(told));
    }

    @Test
    void whoFiresAgainAndAgainIsNamedAndTheOthersGoOn() {
        RuleExtension rules = new RuleDesk().with("licences.drl", LICENCES).with("x.drl", """
                rule "loop"
                when $flow : ImportFlow( source["Name"] == "Bob" )
                then modify($flow) { contribute("status", "x") }
                end
                """).rules();
        assertEquals(
                List.of(List.of(E5),
                        List.of(E5, "loop fails at rules/attribute-flow/x.drl:1:1: The rule makes rules fire"
                                + " again and again for one object. Take 'update' and 'modify' out of it, or give it the attribute"
                                + " no-loop.")),
                told(rules, RuleDesk.employee("Ada", "Chief Engineer"), RuleDesk.employee("Bob", "Chief Engineer")));
    }

    @Test
    void aRuleThatDoesNotComeToAnEndIsNamedAndNotFiredAgainUntilItsFileChanges() {
        String endless = """
                rule "endless"
                when $flow : ImportFlow( source["Name"] == "Bob" )
                then $flow.contribute("status", "x"); while ($flow != null) { } $flow.clear("status", 1);
                end
                """;
        RuleDesk desk = new RuleDesk(Duration.ofMillis(300)).with("licences.drl", LICENCES).with("x.drl", endless);
        ExtensionFact.OfImport[] page =
                {RuleDesk.employee("Ada", "Chief Engineer"), RuleDesk.employee("Bob", "Chief Engineer")};
        EndlessProgram found = assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThrows(EndlessProgram.class, () -> told(desk.rules(), page)));
        assertTrue(found.getMessage().startsWith(
                "Rule 'endless' (rules/attribute-flow/x.drl:1:1) did not come to an end within "), found.getMessage());
        List<List<String>> quarantined = List.of(List.of(E5), List.of(E5,
                "endless fails at rules/attribute-flow/x.drl:1:1: The rule did not come to an end and is not fired any"
                        + " more. Mend it and save its file."));
        assertEquals(quarantined, told(desk.rules(), page));
        assertEquals(quarantined, told(desk.with("y.drl", "").rules(), page));
        assertEquals(List.of(List.of(E5), List.of(E5, "status=TextValue[text=x]@2147483647 by endless at 1")),
                told(desk.with("x.drl", endless.replace("while ($flow != null) { } $flow.clear(\"status\", 1);", ""))
                        .rules(), page));
    }

    @Test
    void aConditionThatDoesNotEndIsNamedAndItsRulePutAside() {
        String endless = """
                rule "endless"
                when  $flow : ImportFlow( connector == "hr", source["Name"] matches "(.*a){20}b" )
                then  $flow.contribute("status", "x");
                end
                """;
        RuleDesk desk = new RuleDesk(Duration.ofMillis(800)).with("licences.drl", LICENCES).with("x.drl", endless);
        ExtensionFact.OfImport ada = RuleDesk.employee("a".repeat(45) + "c", "Chief Engineer");
        EndlessProgram found = assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThrows(EndlessProgram.class, () -> told(desk.rules(), ada)));
        assertTrue(found.getMessage().startsWith(
                "Rule 'endless' (rules/attribute-flow/x.drl:1:1) did not come to an end within "), found.getMessage());
        assertEquals(List.of(List.of(E5,
                "endless fails at rules/attribute-flow/x.drl:1:1: The rule did not come to an end and is not fired any"
                        + " more. Mend it and save its file.")),
                told(desk.rules(), ada));
        assertEquals(List.of(List.of(E5)), told(desk.with("x.drl", endless.replace("(.*a){20}b", "b+")).rules(), ada));
    }

    @Test
    void answersDoNotDependOnThePage() {
        RuleExtension rules = new RuleDesk().with("licences.drl", LICENCES).rules();
        List<ExtensionFact.OfImport> all = IntStream.range(0, 100)
                .mapToObj(number -> RuleDesk.employee("Name " + number, number % 3 == 0 ? "Chief x" : "Clerk"))
                .toList();
        List<ExtensionAnswer<ImportFlow>> alone = all.stream()
                .map(fact -> rules.importFlows(List.of(fact)).getFirst())
                .toList();
        assertEquals(alone.stream().map(RuleDesk::told).toList(),
                rules.importFlows(all).stream().map(RuleDesk::told).toList());
    }

    @Test
    void whatDidNotChangeIsNotCompiledAgain() {
        RuleDesk desk = new RuleDesk().with("licences.drl", LICENCES);
        assertEquals(((DroolsExtension) desk.rules()).base(), ((DroolsExtension) desk.rules()).base());
    }
}
