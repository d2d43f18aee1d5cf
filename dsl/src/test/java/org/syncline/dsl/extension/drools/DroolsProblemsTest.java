package org.syncline.dsl.extension.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of rule files that cannot be taken. */
class DroolsProblemsTest {
    private static final String A_RULE_IS = "; a rule is: rule \"name\" when ... then ... end";
    private static final String ONE_OF = "; its condition needs one of ExportFlow, ImportFlow, JoinResolution,"
            + " Provisioning; everything else comes from it";
    private static final String KIND = " This kind of condition is not taken in rules; write it between the brackets of"
            + " the fact, or make several rules";

    private record Case(String name, String text, List<String> mistakes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case slip(String name, String text, String... mistakes) {
        return new Case(name, text, List.of(mistakes));
    }

    private static String consequence(String line) {
        return "rule \"one\"\nwhen $flow : ImportFlow( connector == \"hr\" )\nthen\n  " + line + "\nend\n";
    }

    private static String condition(String constraint) {
        return "rule \"one\"\nwhen $flow : ImportFlow( " + constraint + " )\nthen\nend\n";
    }

    static Stream<Case> syntax() {
        return Stream.of(
                slip("a misspelled keyword", "rule \"one\" whn ImportFlow() then end",
                        "1:12 Rules cannot be read from here on: mismatched input 'whn' in rule \"one\"" + A_RULE_IS),
                slip("half a file", "rule \"one\" when ImportFlow() then $fl",
                        "1:38 Rules cannot be read from here on: mismatched input '<eof>' in rule \"one\"" + A_RULE_IS),
                slip("a misspelled method", consequence("$flow.contribut(\"licence\", \"E5\", 20);"),
                        "4:9 'ImportFlow' has nothing called 'contribut'; did you mean contribute?"),
                slip("a misspelled variable", consequence("$flo.contribute(\"licence\", \"E5\", 20);"),
                        "4:3 '$flo' is not known here"),
                slip("a wrong type", consequence("String s = 5;"),
                        "3:1 Type mismatch: cannot convert from int to String"),
                slip("a missing semicolon", consequence("String s = \"\""),
                        "3:1 Syntax error, insert \";\" to complete LocalVariableDeclarationStatement"),
                slip("a misspelled property", condition("conector == \"hr\""),
                        "2:26 'ImportFlow' has nothing called 'conector'; did you mean connector?"),
                slip("a value of unknown type", condition("source[\"Title\"].startsWith(\"x\")"),
                        "2:42 'Object' has nothing called 'startsWith'; what is read from an object may be of any type:"
                                + " write toString() before it"));
    }

    static Stream<Case> names() {
        return Stream.of(
                slip("a misspelled attribute to fill", consequence("$flow.contribute(\"licenc\", \"E5\", 20);"),
                        "4:21 The object type 'person' has no attribute 'licenc'; did you mean licence?"),
                slip("misspelled attributes to read", condition("source[\"Titel\"] == \"x\", identity.licens == \"x\""),
                        "2:34 The object type 'employee' has no attribute 'Titel'; did you mean Title?",
                        "2:59 The object type 'person' has no attribute 'licens'; did you mean licence?"),
                slip("a misspelled connector", condition("connector == \"hq\""),
                        "2:40 There is no connector 'hq'; did you mean hr?"),
                slip("a misspelled object type", condition("objectType == \"employe\""),
                        "2:41 There is no object type 'employe'; did you mean employee?"),
                slip("an unknown type of identity", condition("metaverseType == \"human\""),
                        "2:44 There is no metaverse type 'human'"),
                slip("a flow to what is never written",
                        "rule \"one\" when ExportFlow( connector == \"hr\" ) then end",
                        "1:43 Nothing is ever written to the connector 'hr'; name another, or take mode=\"read-only\""
                                + " from it"),
                slip("a misspelled fact", "rule \"one\" when ImportFlov() then end",
                        "1:17 Rules may not use 'ImportFlov'; did you mean ImportFlow?"));
    }

    static Stream<Case> shapes() {
        return Stream.of(
                slip("a rule about two objects", "rule \"one\" when ImportFlow() ImportFlow() then end",
                        "1:1 A rule is about one thing alone" + ONE_OF),
                slip("a rule about nothing", "rule \"one\" when then end", "1:1 The rule is about nothing" + ONE_OF),
                slip("a rule about a text", "rule \"one\" when String() then end",
                        "1:17 No rule can be about 'String'; take it from the fact: ... from $flow.source[\"name\"]"),
                slip("a look at other objects", "rule \"one\" when ImportFlow() not ExportFlow() then end",
                        "1:34 Other objects cannot be looked at here; take values of the object: ... from"
                                + " $flow.source[\"name\"]"),
                slip("an or", "rule \"one\" when ImportFlow() or ExportFlow() then end", "1:17" + KIND),
                slip("an eval", "rule \"one\" when ImportFlow() eval(true) then end", "1:30" + KIND),
                slip("one name twice", condition("true") + condition("true"),
                        "5:1 There are two rules 'one'; give one of them another name"),
                slip("a function", "function void f() {}\n",
                        "1:1 A function is not taken in rule files; write what it does into the rule"),
                slip("a query", "query x ImportFlow() end\n", "1:1 A query is not taken in rule files; write a rule"),
                slip("a declared type", "declare Note end\n",
                        "1:9 Rules may not use 'Note'; syncline.xml can allow a class by its name",
                        "1:9 A declared type is not taken in rule files; answer through the fact"),
                slip("a global", "global String note\n",
                        "1:1 A global is not taken in rule files; rules share nothing"),
                slip("another dialect", "rule \"one\" dialect \"mvel\" when ImportFlow() then end",
                        "1:20 Consequences are written in Java; leave 'dialect' out"),
                slip("a group of rules", "rule \"one\" agenda-group \"a\" when ImportFlow() then end",
                        "1:25 'agenda-group' is not taken in rules; each object is looked at alone, and all rules whose"
                                + " condition holds fire"));
    }

    @ParameterizedTest
    @MethodSource({"syntax", "names", "shapes"})
    void areNamedWithTheirPlace(Case file) {
        assertEquals(
                file.mistakes().stream().map("x.drl:"::concat).toList(),
                new RuleDesk().with("x.drl", file.text()).mistakes());
    }
}
