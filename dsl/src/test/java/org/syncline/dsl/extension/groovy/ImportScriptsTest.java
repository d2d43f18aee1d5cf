package org.syncline.dsl.extension.groovy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.dsl.extension.groovy.ScriptDesk.ann;
import static org.syncline.dsl.extension.groovy.ScriptDesk.imported;
import static org.syncline.dsl.extension.groovy.ScriptDesk.told;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.schema.identity.Absence;

/** What scripts see of objects, and what becomes of what they contribute. */
class ImportScriptsTest {

    @Test
    void theExampleOfTheRuleLanguage() {
        RuleExtension rules = new ScriptDesk().with("nickname.groovy", """
                // rules/attribute-flow/nickname.groovy
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    contribute 'mailNickname', source.EmailAddress?.toString()?.split('@')?.first(), 20       // precedence
                }
                """).rules();

        assertEquals(List.of("mailNickname=ann.lee@20 by nickname at 2"),
                told(rules.importFlows(List.of(ann())).getFirst()));
        assertEquals(Set.of("mailNickname"), rules.rules().getFirst().attributes());
    }

    @Test
    void readsEveryTypeOfAttributeAsTheTypeOfJavaThatFits() {
        assertEquals(List.of("mailNickname=ANN LEE@1 by a at 1"),
                imported("contribute 'mailNickname', source.Name.toUpperCase(), 1"));
        assertEquals(List.of("grade=8@1 by a at 1"), imported("contribute 'grade', source.Level + 1, 1"));
        assertEquals(List.of("status=internal@1 by a at 1"),
                imported("contribute 'status', source.External ? 'external' : 'internal', 1"));
        assertEquals(List.of("skills=JAVA+SQL@1 by a at 1"),
                imported("contribute 'skills', source.Skills.collect { it.toUpperCase() }, 1"));
        assertEquals(List.of("status=2020@1 by a at 1"),
                imported("contribute 'status', source.Hired.atZone(java.time.ZoneOffset.UTC).getYear().toString(), 1"));
        assertEquals(List.of("manager=7@1 by a at 1"), imported("contribute 'manager', source.Boss, 1"));
        assertEquals(List.of("status=Ann Lee@1 by a at 1"), imported("contribute 'status', source.anchor, 1"));
        assertEquals(List.of("status=Chief Engineer@1 by a at 1"), imported("contribute 'status', source['Title'], 1"));
        assertEquals(List.of("status=Chief Engineer@1 by a at 1"),
                imported("String name = 'Tit' + 'le'\ncontribute 'status', source[name], 1"));
    }

    @Test
    void nothingClearingAndKeepingAreDifferentThings() {
        assertEquals(List.of("status=NULL@1 by a at 1"), imported("contribute 'status', null, 1"));
        assertEquals(List.of("status=AUTHORITATIVE_NULL@1 by a at 1"), imported("contribute.clear 'status', 1"));
        assertEquals(List.of("status=IGNORE_THIS_FLOW@1 by a at 1"), imported("contribute.keep 'status', 1"));
        assertEquals(List.of(), imported("if (source.Level > 9) contribute 'status', 'high', 1"));
    }

    @Test
    void methodsOfAScriptServeItsHooks() {
        RuleExtension rules = new ScriptDesk().with("a.groovy", """
                import java.time.LocalDate

                String initials(String name) {
                    name.split(' ').collect { it.take(1) }.join('')
                }

                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    contribute 'mailNickname', initials(source.Name), 20
                }
                importFlow(connector: 'hr', objectType: 'employee', name: 'day') { source, identity, contribute ->
                    contribute 'status', LocalDate.of(2026, 3, 1), 20
                }
                """).rules();

        assertEquals(List.of("mailNickname=AL@20 by a at 7", "status=2026-03-01T00:00:00Z@20 by day at 10"),
                told(rules.importFlows(List.of(ann())).getFirst()));
    }

    @Test
    void theTimeIsWhatTheEngineSaysAndIsNoted() {
        RuleExtension rules = new ScriptDesk().with("a.groovy", """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute, now ->
                    contribute 'status', source.Hired.isBefore(now) ? 'here' : 'to come', 1
                }
                """).rules();
        ExtensionFact.OfImport fact = ann();

        assertEquals(List.of("status=here@1 by a at 1"), told(rules.importFlows(List.of(fact)).getFirst()));
        assertTrue(rules.readsClock());
        assertEquals("2026-03-02T00:00:00Z", fact.present().until().toString());
    }

    @Test
    void anErrorNamesItsLineAndConcernsOneObject() {
        RuleExtension rules = new ScriptDesk().with("a.groovy", """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    def first = source.Name.split(' ')
                    contribute 'status', source.Title
                            .toUpperCase(), 1
                }
                """).rules();
        ExtensionFact.OfImport untitled = ScriptDesk.employee(
                ann().object().hologram().known().with("Title", Absence.NULL));

        var answers = rules.importFlows(List.of(untitled, ann()));
        assertEquals(List.of("status=CHIEF ENGINEER@1 by a at 1"), told(answers.get(1)));
        assertEquals(
                List.of("a fails at a.groovy:3:1: toUpperCase() is called of nothing. Write ?. where a value may be"
                        + " missing."),
                told(answers.get(0)));
        assertEquals("at rules/attribute-flow/a.groovy:3", answers.get(0).failures().getFirst().stack());
    }

    @Test
    void aScriptThatFailsContributesNothing() {
        assertEquals(List.of("a fails at a.groovy:3:1: no"),
                imported("contribute 'status', 'x', 1\nthrow new IllegalStateException('no')"));
    }

    @Test
    void aScriptThatDoesNotEndIsStopped() {
        for (String endless : List.of(
                "while (true) { }",
                "for (;;) { }",
                "do { } while (true)",
                "def list = [1]\nfor (int i = 0; i < list.size(); i++) { list.add(i); if (i > 9) i = 0 }",
                "(1..2000000000).each { }",
                "try { while (true) { } } catch (Exception e) { }",
                "try { while (true) { } } finally { contribute 'status', 'x', 1 }")) {
            RuleExtension rules = new ScriptDesk(Duration.ofMillis(200)).with("a.groovy",
                    "importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->\n" + endless
                            + "\n}\n")
                    .rules();
            String told = told(rules.importFlows(List.of(ann())).getFirst()).toString();
            assertTrue(told.contains("It ran longer than 200 ms and was stopped"), endless + ": " + told);
        }
    }

    @Test
    void aRegularExpressionThatDoesNotEndIsStopped() {
        for (String endless : List.of(
                "text ==~ /(.*a){20}b/",
                "def m = text =~ /(.*a){20}b/\nm.find()",
                "text.matches('(.*a){20}b')",
                "text?.replaceAll('(.*a){20}b', '')",
                "text.replaceFirst('(.*a){20}b', '')",
                "text.split('(.*a){20}b')",
                "text.find('(.*a){20}b')",
                "text.findAll('(.*a){20}b') { it }",
                "text.replaceAll('(.*a){20}b') { 'x' }",
                "[text].collect { it ==~ /(.*a){20}b/ }")) {
            RuleExtension rules = new ScriptDesk(Duration.ofMillis(200)).with("a.groovy",
                    "importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->\n"
                            + "String text = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac'\n" + endless + "\n}\n")
                    .rules();
            String told = told(rules.importFlows(List.of(ann())).getFirst()).toString();
            assertTrue(told.contains("It ran longer than 200 ms and was stopped"), endless + ": " + told);
        }
    }

    @Test
    void regularExpressionsAnswerAsEver() {
        assertEquals(List.of("status=true false Engineer x-b-c a|b|c 1 12 3,4 <1> yx 2@1 by a at 1"), imported("""
                String one = 'a-b-c'
                String none = one.startsWith('x') ? one : null
                def title = source.Title =~ /Chief (.*)/
                contribute 'status', [
                    source.Title ==~ /Chief .*/, none ==~ /.*/, title.find() ? title.group(1) : '',
                    one.replaceFirst('a', 'x'), one.split('-').join('|'), 'a1'.find('[0-9]'), 'x12'.replaceAll('x', ''),
                    '3 4'.findAll('[0-9]').join(','), '1'.replaceAll('[0-9]') { "<${it}>" }, 'xy'.replaceAll('(x)(y)') { all, x, y -> y.toString() + x },
                    '1-2'.findAll('[0-9]') { it }.size()].join(' '), 1"""));
    }

    @Test
    void methodsThatCallEachOtherWithoutEndAreStopped() {
        RuleExtension rules = new ScriptDesk().with("a.groovy", """
                String again(String text) { again(text) + 'x' }
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    contribute 'status', again('x'), 1
                }
                """).rules();

        assertTrue(told(rules.importFlows(List.of(ann())).getFirst()).getFirst()
                .contains("The methods of the script call each other without end"));
    }

    @Test
    void unknownNamesAreToldWithPlaceAndNearestName() {
        assertEquals(List.of(
                "a.groovy:1:12 Unknown connector 'hrr'; did you mean hr?",
                "a.groovy:2:1 Unknown object type 'employe'; did you mean employee?",
                "a.groovy:4:24 Unknown attribute 'Titel' of 'employee'; did you mean Title?",
                "a.groovy:5:16 Unknown attribute 'displyName' of 'person'; did you mean displayName?",
                "a.groovy:7:1 'importFlo' is no hook; did you mean importFlow?",
                "a.groovy:8:12 'importFlow' has no argument 'objecttype'; did you mean objectType?",
                "a.groovy:9:1 'importFlow' lacks the argument 'objectType'; write importFlow(connector: '...',"
                        + " objectType: '...') { source, identity, contribute -> ... }",
                "a.groovy:10:1 A script consists of hooks and methods; put it into a hook, such as importFlow(connector:"
                        + " '...', objectType: '...') { source, identity, contribute -> ... }",
                "a.groovy:11:1 'provision' does not belong here; put it into a file of rules/provisioning").stream()
                .map(line -> line.replaceFirst(":\\d+ ", " ")).toList(),
                new ScriptDesk().with("a.groovy", """
                        importFlow(connector: 'hrr', objectType: 'employee') { a, b, c -> }
                        importFlow(connector: 'hr', objectType: 'employe', name: 'b') { a, b, c -> }
                        importFlow(connector: 'hr', objectType: 'employee', name: 'c') { source, identity, contribute ->
                            contribute 'status', source.Titel, 1
                            contribute 'displyName', 'x', 1
                        }
                        importFlo(connector: 'hr', objectType: 'employee') { a, b, c -> }
                        importFlow(connector: 'hr', objecttype: 'employee') { a, b, c -> }
                        importFlow(connector: 'hr') { a, b, c -> }
                        println 'x' + 1; def y = 1
                        provision(connector: 'hr', objectType: 'employee') { a, b -> }
                        """.replace("println 'x' + 1; def y = 1", "def y = 1")).mistakes().stream()
                        .map(line -> line.replaceFirst(":\\d+ ", " ")).toList());
    }

    @Test
    void mistakesOfTheLanguageHaveTheirPlace() {
        List<String> mistakes = new ScriptDesk()
                .with("a.groovy",
                        "importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->\n"
                                + "    contribute 'status', source.Name.toUppercase(), 1\n}\n")
                .mistakes();
        assertEquals(1, mistakes.size(), mistakes::toString);
        assertTrue(
                mistakes.getFirst()
                        .startsWith("a.groovy:2:26 Cannot find matching method java.lang.String#toUppercase"),
                mistakes.getFirst());

        assertTrue(new ScriptDesk().with("b.groovy", "importFlow(").mistakes().getFirst().startsWith("b.groovy:1:"));
    }

    @Test
    void problemsOfAllFilesAreToldTogether() {
        assertEquals(2, new ScriptDesk().with("a.groovy", "def x = 1").withFile("rules/join/a.groovy", "def x = 1")
                .mistakes().size());
    }

    @Test
    void sameNamesOfFilesInSeveralFoldersAreNoMatter() {
        RuleExtension rules = new ScriptDesk()
                .with("hr.groovy",
                        "importFlow(connector: 'hr', objectType: 'employee') { s, i, c -> c 'status', 'x', 1 }")
                .withFile("rules/join/hr.groovy",
                        "filter(connector: 'hr', objectType: 'employee') { s -> s.Level > 3 }")
                .rules();

        assertEquals(2, rules.rules().size());
        assertEquals(List.of("status=x@1 by hr at 1"), told(rules.importFlows(List.of(ann())).getFirst()));
    }

    @Test
    void computedNamesOfAttributesAreCheckedWhenTheyAreKnown() {
        ScriptDesk desk = new ScriptDesk().with("a.groovy", """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    ['status', 'grad'].each { contribute(it, '1', 1) }
                }
                """);

        assertNull(desk.rules().rules().getFirst().attributes());
        assertEquals(List.of("a fails at a.groovy:2:1: 'person' has no attribute 'grad'; did you mean grade?"),
                told(desk.rules().importFlows(List.of(ann())).getFirst()));
    }

    @Test
    void onlyWhatChangedIsCompiledAgain() {
        ScriptDesk desk = new ScriptDesk().with("a.groovy", status("x", 1)).with("b.groovy", status("y", 2));
        assertEquals(List.of("a.groovy", "b.groovy"), compiled(desk));
        assertEquals(List.of(), compiled(desk));
        assertEquals(List.of("b.groovy"), compiled(desk.with("b.groovy", status("z", 2))));
        assertEquals(List.of("c.groovy"), compiled(desk.with("c.groovy", status("w", 3))));
        assertEquals(List.of("status=x@1 by a at 1", "status=z@2 by b at 1", "status=w@3 by c at 1"),
                told(desk.rules().importFlows(List.of(ann())).getFirst()));
        assertEquals(List.of("a.groovy", "b.groovy", "c.groovy"), compiled(desk.allowing("java.util.UUID")));
    }

    @Test
    void aMistakeInOneHasNoOtherCompiledAgain() {
        ScriptDesk desk = new ScriptDesk().with("a.groovy", status("x", 1)).with("b.groovy", status("y", 2));
        desk.rules().close();
        assertEquals(1, desk.with("b.groovy", "importFlow(").mistakes().size());
        assertEquals(List.of(), compiled(desk.with("b.groovy", status("y", 2))));
    }

    private static String status(String value, int precedence) {
        return "importFlow(connector: 'hr', objectType: 'employee') { s, i, c -> c 'status', '" + value + "', "
                + precedence + " }";
    }

    /** The files that had to be compiled. */
    private static List<String> compiled(ScriptDesk desk) {
        desk.rules();
        return desk.compiled();
    }
}
