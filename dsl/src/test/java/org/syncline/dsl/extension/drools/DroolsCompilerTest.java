package org.syncline.dsl.extension.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RuleExtension;

/** What is compiled when some files of several have changed. */
class DroolsCompilerTest {
    private final RuleDesk desk = new RuleDesk()
            .with("a.drl", status("x", 1))
            .with("b.drl", status("y", 2))
            .with("c.csv", """
                    RuleTable t,
                    CONDITION,ACTION
                    $f : ImportFlow,
                    "source[""Name""] == ""$param""\","$f.contribute(""licence"", ""$param"", 3);"
                    Name,Licence
                    Ada,E3
                    """);

    private static String status(String value, int precedence) {
        return "rule r when $flow : ImportFlow() then $flow.contribute(\"status\", \"" + value + "\", " + precedence
                + "); end";
    }

    /** What the rules say of Ada. */
    private static List<String> told(RuleExtension rules) {
        return RuleDesk.told(rules.importFlows(List.of(RuleDesk.employee("Ada", "x"))).getFirst()).stream()
                .sorted()
                .toList();
    }

    @Test
    void onlyWhatChangedIsCompiledAgain() {
        RuleExtension before = desk.rules();
        assertEquals(List.of("a.drl", "b.drl", "c.csv"), desk.compiled());
        RuleExtension after = desk.with("b.drl", status("z", 2)).rules();
        assertEquals(List.of("b.drl"), desk.compiled());
        desk.with("d.drl", status("w", 4)).rules();
        assertEquals(List.of("d.drl"), desk.compiled());
        assertEquals(List.of("licence=TextValue[text=E3]@3 by t_6 at 6", "status=TextValue[text=x]@1 by r at 1",
                "status=TextValue[text=y]@2 by r at 1"), told(before));
        assertEquals(List.of("licence=TextValue[text=E3]@3 by t_6 at 6", "status=TextValue[text=x]@1 by r at 1",
                "status=TextValue[text=z]@2 by r at 1"), told(after));
    }

    @Test
    void whatStaysAsItIsIsOneRuleBase() {
        DroolsExtension one = (DroolsExtension) desk.rules();
        assertSame(one.base(), ((DroolsExtension) desk.rules()).base());
        assertEquals(List.of(), desk.compiled());
    }

    @Test
    void aMistakeInOneFileHasNoOtherCompiledAgain() {
        desk.rules();
        assertEquals(1, desk.with("b.drl", "rule").mistakes().size());
        assertEquals(List.of("b.drl"), desk.compiled());
        desk.with("b.drl", status("y", 2)).rules();
        assertEquals(List.of(), desk.compiled());
    }

    @Test
    void otherAllowedClassesHaveAllCompiledAgain() {
        desk.rules();
        desk.allowing("java.util.UUID").rules();
        assertEquals(List.of("a.drl", "b.drl", "c.csv"), desk.compiled());
    }

    @Test
    void aFailureInAFileThatWasNotCompiledAgainNamesItsLine() {
        desk.with("e.drl", "rule fails\nwhen\n  $flow : ImportFlow()\nthen\n  String no = null;\n  no.length();\nend\n")
                .rules();
        RuleExtension rules = desk.with("a.drl", status("other", 1)).rules();
        assertEquals(List.of("a.drl"), desk.compiled());
        assertEquals("rules/attribute-flow/e.drl:6:3", rules.importFlows(List.of(RuleDesk.employee("Ada", "x")))
                .getFirst().failures().getFirst().location().toString());
    }
}
