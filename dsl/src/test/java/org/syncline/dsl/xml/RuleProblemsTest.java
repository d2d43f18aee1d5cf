package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.dsl.xml.ProblemCase.DIRECTORY;
import static org.syncline.dsl.xml.ProblemCase.EXPORTS;
import static org.syncline.dsl.xml.ProblemCase.FLOWS;
import static org.syncline.dsl.xml.ProblemCase.HR;
import static org.syncline.dsl.xml.ProblemCase.JOIN;
import static org.syncline.dsl.xml.ProblemCase.PROVISIONING;
import static org.syncline.dsl.xml.ProblemCase.SYNCLINE;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of the right form whose content cannot be. */
class RuleProblemsTest {
    private static final String WHEN = "<present attribute=\"department\"/>";

    @TempDir
    Path folder;

    static Stream<ProblemCase> names() {
        return Stream.of(
                slip("an unknown connector", JOIN, "connector=\"hr\"", "connector=\"hx\"",
                        "1:47: There is no connector 'hx'; did you mean hr?"),
                slip("an unknown object type", JOIN, "\"employee\"", "\"employe\"",
                        "1:64: The connector 'hr' has no object type 'employe'; did you mean employee?"),
                slip("an unknown metaverse type", JOIN, "\"person\"", "\"persn\"",
                        "1:90: There is no metaverse type 'persn'; did you mean person?"),
                slip("unknown attributes in a match", JOIN,
                        "<match attribute=\"EmployeeKey\" with=\"employeeId\"/>",
                        "<match attribute=\"EmployeKey\" with=\"employeId\"/>",
                        "3:49: The object type 'employee' has no attribute 'EmployeKey'; did you mean EmployeeKey?",
                        "3:67: The object type 'person' has no attribute 'employeId'; did you mean employeeId?"),
                slip("an anchor that is not declared", HR, "<attribute name=\"EmployeeKey\"/>", "",
                        "rules/attribute-flow/hr.xml:2:17: The object type 'employee' has no attribute 'EmployeeKey';"
                                + " it is only the anchor: declare <attribute name=\"EmployeeKey\"/> to read it,"
                                + " or read [anchor]",
                        "rules/join/hr.xml:3:49: The object type 'employee' has no attribute 'EmployeeKey';"
                                + " it is only the anchor: declare <attribute name=\"EmployeeKey\"/> to read it,"
                                + " or read [anchor]"),
                slip("an unknown source of a flow", FLOWS, "from=\"Grade\"", "from=\"Grad\"",
                        "14:17: The object type 'employee' has no attribute 'Grad'; did you mean Grade?"),
                slip("an unknown target of a flow", FLOWS, "to=\"sn\"", "to=\"surname\"",
                        "4:31: The object type 'person' has no attribute 'surname'"
                                + "; declare it with <attribute name=\"surname\"/> in that type, or name another"),
                slip("unknown names in an expression", JOIN, "[Status] = \"Current\"",
                        "[Statuss] = \"Current\" And\n   LCas([FirstName]) = \"x\"",
                        "2:16: The object type 'employee' has no attribute 'Statuss'; did you mean [Status]?",
                        "3:4: There is no function 'LCas'; did you mean LCase?"),
                slip("a question that no filter answers", HR, "<filter><when>",
                        "<filter><when>InUse(\"directory\", \"mail\", [Status]) Or ",
                        "14:19: InUse cannot be answered here; it is for derived values, export flows and"
                                + " provisioning rules"),
                slip("a question that no import flow answers", FLOWS, "from=\"LastName\" to=\"sn\"/>",
                        "to=\"sn\">IIF(IsMemberOf(\"x\"), [LastName], \"\")</import>",
                        "4:23: IsMemberOf cannot be answered here; it is for derived values, export flows and"
                                + " provisioning rules"),
                slip("a question that no join answers", JOIN, "LCase([EmailAddress])",
                        "IIF(IsMemberOf(\"x\"), \"\", \"y\")",
                        "6:47: IsMemberOf cannot be answered here; it is for derived values, export flows and"
                                + " provisioning rules"),
                slip("a reference that no import flow follows", FLOWS, "from=\"LastName\" to=\"sn\"/>",
                        "to=\"sn\">[ParentEmployeeKey.LastName]</import>",
                        "4:19: [ParentEmployeeKey] cannot be followed here, where only the object itself is known; let it flow"
                                + " and follow it in an export flow or a provisioning rule"),
                slip("a question that no end answers", SYNCLINE, "[status] = \"left\"", "IsMemberOf(\"left\")",
                        "27:33: IsMemberOf cannot be answered here; it is for derived values, export flows and"
                                + " provisioning rules"),
                slip("an unknown parameter in an expression", PROVISIONING, "\"ou=Leavers,\" &amp; %Base%", "%Bse%",
                        "21:75: There is no parameter 'Bse' here; did you mean %Base%?"),
                slip("an unknown parameter in a setting", DIRECTORY, "%Base%", "%Bases%",
                        "4:33: There is no parameter 'Bases'; did you mean Base?"),
                slip("values beside a single one", PROVISIONING, "<set to=\"mail\">",
                        "<set to=\"mail\" merge=\"merge\">",
                        "17:27: 'mail' holds one value, so nothing can stand beside it; leave out merge"),
                slip("flags that do not fit", "rules/attribute-flow/directory.xml",
                        "compare=\"mask\" mask=\"&amp;HFF\">[grade]</export>",
                        "compare=\"trim\" mask=\"1\" value=\"1\"><flag bit=\"2\"><when>[grade] = 1</when></flag></export>",
                        "10:3: Flags cannot stand beside another value; leave one of them",
                        "10:40: Flags are compared by their bits; write compare=\"mask\", or leave it out",
                        "10:76: The bit is not in the mask 1; add it to the mask, or leave out mask"),
                slip("an unknown decided value", PROVISIONING, "{uid} &amp; \"@\"", "{uidd} &amp; \"@\"",
                        "17:20: There is no decided value 'uidd' here; did you mean {uid}?"),
                slip("an unknown place of uniqueness", PROVISIONING, "directory:mail", "directory:mial",
                        "5:30: The connector 'directory' has no attribute 'mial'; did you mean mail?"),
                slip("an unknown connector of an end", SYNCLINE, "connectors=\"hr\"", "connectors=\"hr hrr\"",
                        "19:43: There is no connector 'hrr'; did you mean hr?"),
                slip("an unknown type of a reference", HR, "to=\"employee\" by", "to=\"employees\" by",
                        "13:78: The connector 'hr' has no object type 'employees'; did you mean employee?"),
                slip("an unknown key of a reference", HR, "by=\"EmailAddress\"", "by=\"EmailAdress\"",
                        "13:92: The object type 'employee' has no attribute 'EmailAdress'; did you mean EmailAddress?"),
                slip("an unknown attribute in a condition element", EXPORTS, WHEN, "<absent attribute=\"departmnt\"/>",
                        "7:30: The object type 'person' has no attribute 'departmnt'; did you mean department?"),
                slip("an unknown connector in a condition element", EXPORTS, WHEN, "<connected-to connector=\"h\"/>",
                        "7:36: There is no connector 'h'; did you mean hr?"),
                slip("an unknown object type in a condition element", EXPORTS, WHEN,
                        "<connected-to connector=\"hr\" object-type=\"emploee\"/>",
                        "7:53: The connector 'hr' has no object type 'emploee'; did you mean employee?"));
    }

    static Stream<ProblemCase> values() {
        return Stream.of(
                slip("an expression with wrong syntax", JOIN,
                        "LCase([EmailAddress])", "\n  LCase(\n  [EmailAddress] &amp; &quot;&lt;&quot; )) ",
                        "8:42: This closing parenthesis has no opening one;"
                                + " perhaps: remove it, or add '(' before"),
                slip("an expression that is not closed", JOIN, "LCase([EmailAddress])", "\n LCase([EmailAddress]",
                        "7:22: A closing parenthesis is missing after [EmailAddress]; the one opened in line 7,"
                                + " column 7 is not closed; perhaps: )"),
                slip("a condition that is none", SYNCLINE, "[status] = \"left\"", "[status]",
                        "27:27: A condition is True or False, but this is a text; compare it with something, or ask with"
                                + " IsPresent whether it is there"),
                slip("a condition of two kinds", EXPORTS, WHEN, WHEN + " [grade] = 1",
                        "7:5: <when> holds an expression and condition elements; write one or the other"),
                slip("an empty condition", EXPORTS, WHEN, "",
                        "7:5: <when> is empty; write an expression or condition elements"),
                slip("a comparison with what is no number", EXPORTS, WHEN,
                        "<greater attribute=\"grade\" value=\"high\"/>",
                        "7:11: [grade] is a whole number, but 'high' is not"),
                slip("a comparison with no date, and with two", EXPORTS, WHEN,
                        "<before attribute=\"hireDate\"/><after attribute=\"hireDate\" from-now=\"P1D\" from-today=\"P1D\"/>",
                        "7:11: <before> has no date; give one of date, from-now and from-today",
                        "7:41: <after> has several dates; give one of date, from-now and from-today"),
                slip("a flow of a type that can never fit", FLOWS, "from=\"Grade\"", "from=\"HireDate\"",
                        "14:3: grade is a whole number, but the value is a date; let another value flow, or declare the"
                                + " attribute with type=\"date\""),
                slip("a text for a reference to an identity", FLOWS, "from=\"ParentEmployeeKey\"",
                        "from=\"EmployeeKey\"",
                        "16:3: manager is a reference, but the value is a text; let another value flow, or declare the"
                                + " attribute with type=\"string\""),
                slip("a constant of the wrong type", FLOWS, "value=\"false\"", "value=\"no\"",
                        "15:32: \"no\" is not true or false"),
                slip("a flow with two values", FLOWS, "from=\"LastName\" to=\"sn\"",
                        "from=\"LastName\" value=\"x\" to=\"sn\"",
                        "4:3: <import> has more than one value: from and value; leave one"),
                slip("a flow without a value", FLOWS, "from=\"LastName\" to=\"sn\"", "to=\"sn\"",
                        "4:3: <import> has no value; write an expression in it, or value=\"...\""),
                slip("a flow with a condition beside text", FLOWS, "<value>\"active\"</value>", "\"active\"",
                        "8:3: <import> holds text beside elements;"
                                + " beside a condition, an expression stands in <value>"),
                slip("a match with two values", JOIN, "<match attribute=\"EmployeeKey\" with=\"employeeId\"/>",
                        "<match attribute=\"EmployeeKey\" with=\"employeeId\">[FirstName]</match>",
                        "3:31: <match> has an attribute and an expression;"
                                + " give the attribute, or an expression as text"),
                slip("a match without a value", JOIN, "attribute=\"EmployeeKey\"", "",
                        "3:31: <match> has no value of the object; give the attribute, or an expression as text"),
                slip("a flow to the DN", EXPORTS, "to=\"cn\"", "to=\"dn\"",
                        "5:34: A DN doesn't flow; write <dn> in a <provision> and in a <rename>"),
                slip("a mask that is missing", EXPORTS, " mask=\"&amp;HFF\"", "",
                        "10:40: compare=\"mask\" lacks its mask; give it, as mask=\"&amp;H2\""),
                slip("a mask that means nothing", EXPORTS, "compare=\"trim\"", "mask=\"2\"",
                        "6:34: mask counts only with compare=\"mask\""),
                slip("a setting without a value", DIRECTORY, " secret=\"directory\"", "",
                        "5:5: The setting password has no value; give value=\"...\" or secret=\"...\""),
                slip("a setting with a value and a secret", DIRECTORY,
                        "secret=\"directory\"", "value=\"x\" secret=\"y\"",
                        "5:5: The setting password has a value and a secret; give value=\"...\" or secret=\"...\""),
                slip("a unique value without candidates", PROVISIONING, "<candidate>[sn]</candidate>", "",
                        "16:5: <unique> has no candidates; write <candidate> or <numbered> in it"),
                slip("a DN that is no text", PROVISIONING, "<dn>\"uid=\" &amp; EscapeDNComponent({uid})"
                        + " &amp; \",ou=People,\" &amp; %Base%</dn>\n    <initial", "<dn>[hireDate]</dn>\n    <initial",
                        "9:5: A DN is a text, but this is a date"),
                slip("an attribute that exists always", HR, "name=\"Status\"/>",
                        "name=\"Status\"/><attribute name=\"dn\"/>",
                        "9:48: The attribute dn exists always; leave it out"),
                slip("a format of what is no date", HR, "name=\"Status\"", "name=\"Status\" format=\"x\"",
                        "9:38: format is only for dates; add type=\"date\""),
                slip("a target of what is no reference", HR, "name=\"Status\"", "name=\"Status\" to=\"employee\"",
                        "9:34: to is only for references; add type=\"reference\""));
    }

    static Stream<ProblemCase> rules() {
        return Stream.of(
                slip("two connectors of one name", HR, "name=\"hr\"", "name=\"directory\"",
                        "1:41: There is a connector 'directory' already; connectors/directory.xml has it",
                        "rules/attribute-flow/hr.xml:1:52: There is no connector 'hr'; there is only directory",
                        "rules/join/hr.xml:1:47: There is no connector 'hr'; there is only directory",
                        "rules/provisioning/directory.xml:2:79: There is no connector 'hr'; there is only directory",
                        "syncline.xml:19:43: There is no connector 'hr'; there is only directory"),
                slip("a contributor without precedence", FLOWS, " precedence=\"20\"", "",
                        "12:3: Several flows contribute to person.employeeStatus, and this one has no precedence;"
                                + " give it one that no other has; rules/attribute-flow/hr.xml:8:3 contributes too"),
                slip("contributors from two connectors without precedence", EXPORTS, " precedence=\"90\"", "",
                        "2:3: Several flows contribute to person.displayName, and this one has no precedence;"
                                + " give it one that no other has; rules/attribute-flow/hr.xml:5:3 contributes too"),
                slip("contributors with one precedence", FLOWS, "precedence=\"20\"", "precedence=\"10\"",
                        "12:3: Precedence 10 for person.employeeStatus is taken;"
                                + " rules/attribute-flow/hr.xml:8:3 has it"),
                slip("a contributor that does not merge beside one that does", EXPORTS, " merge=\"merge\"", "",
                        "3:3: Several flows contribute to person.proxyAddresses, and this one has no precedence;"
                                + " give it one that no other has; rules/attribute-flow/hr.xml:17:3 contributes too",
                        "rules/attribute-flow/hr.xml:17:3: Several flows contribute to person.proxyAddresses, and this"
                                + " one has no precedence; give it one that no other has;"
                                + " rules/attribute-flow/directory.xml:3:3 contributes too"),
                slip("an export to a read-only connector", FLOWS, "</attribute-flows>",
                        "<export from=\"mail\" to=\"EmailAddress\"/></attribute-flows>",
                        "18:1: The connector 'hr' is read-only, so nothing can flow to it;"
                                + " leave out <export>, or mode=\"read-only\" in connectors/hr.xml"),
                slip("provisioning to a read-only connector", DIRECTORY, "type=\"ldap\"",
                        "type=\"ldap\" mode=\"read-only\"",
                        exportsToReadOnly()),
                slip("provisioning of what may only be updated", DIRECTORY,
                        "name=\"inetOrgPerson\"", "name=\"inetOrgPerson\" allow=\"update\"",
                        "rules/provisioning/directory.xml:3:3: Objects of the type 'inetOrgPerson' may not be added;"
                                + " leave out <provision>, or write add in allow of the object type",
                        "rules/provisioning/directory.xml:23:5: Objects of the type 'inetOrgPerson' may not be deleted;"
                                + " write <disconnect>, or write delete in allow of the object type"),
                slip("deletion of what may be added and updated", DIRECTORY,
                        "name=\"inetOrgPerson\"", "name=\"inetOrgPerson\" allow=\"add update\"",
                        "rules/provisioning/directory.xml:23:5: Objects of the type 'inetOrgPerson' may not be deleted;"
                                + " write <disconnect>, or write delete in allow of the object type"),
                slip("nothing that is allowed", DIRECTORY, "name=\"groupOfNames\"",
                        "name=\"groupOfNames\" allow=\"\"",
                        "19:43: allow cannot be \"\"; there are add, update and delete"),
                slip("nothing that may be updated", DIRECTORY, "name=\"groupOfNames\"",
                        "name=\"groupOfNames\" allow=\"add\"",
                        "19:43: What exports may not update, they can only leave alone;"
                                + " write update among what is allowed, or mode=\"read-only\" in the connector"),
                slip("many objects of one identity in a target", "rules/join/directory.xml",
                        "<join name=\"by mail\"", "<join name=\"by mail\" many=\"true\"",
                        "2:3: many=\"true\" is only for objects to which nothing is written;"
                                + " rules/attribute-flow/directory.xml:4:3 writes to them"),
                slip("two outcomes", PROVISIONING, "<delete after=\"P30D\"/>", "<delete after=\"P30D\"/><disconnect/>",
                        "23:27: <disconnect> cannot stand beside <delete>; leave one of them"),
                slip("no outcome", PROVISIONING, "<disconnect-explicitly/>", "",
                        "25:3: <when-identity-ends> does not say what becomes of the account;"
                                + " write <disable>, <disconnect>, <disconnect-explicitly> or <delete> in it"),
                slip("two names of an account", PROVISIONING, "<initial to=\"description\"",
                        "<dn>\"a\"</dn><initial to=\"description\"",
                        "11:5: <dn> cannot stand here twice; the first is in line 9"),
                slip("an end that says nothing", SYNCLINE, "<ends when=\"never\"/>", "<ends/>",
                        "30:7: <ends> says nothing; give the attribute when or the element <when>"),
                slip("an end that says two things", SYNCLINE, "<ends grace=\"PT12H\">", "<ends when=\"never\">",
                        "27:7: <ends> says two things; give the attribute when or the element <when>"),
                slip("an end of no links", SYNCLINE, "connectors=\"hr\"", "",
                        "19:7: <ends> does not say which links; give their connectors, as connectors=\"hr\""),
                slip("an end of links that don't count", SYNCLINE, "<ends when=\"never\"/>",
                        "<ends when=\"never\" connectors=\"hr\"/>",
                        "30:38: connectors counts only with when=\"links-gone\""),
                slip("flows without a connector", FLOWS, " connector=\"hr\" object-type=\"employee\"", "",
                        "1:1: <attribute-flows> lacks the attribute connector;"
                                + " only <derive> does without connector and object-type"));
    }

    private static String[] exportsToReadOnly() {
        Stream<String> exports = Stream.of("4:3", "5:3", "6:3", "10:3", "11:3", "12:3")
                .map(place -> "rules/attribute-flow/directory.xml:" + place
                        + ": The connector 'directory' is read-only, so nothing can flow to it;"
                        + " leave out <export>, or mode=\"read-only\" in connectors/directory.xml");
        return Stream.concat(exports, Stream.of("rules/provisioning/directory.xml:1:55: The connector 'directory' is"
                + " read-only, so it can have no accounts; leave out this file, or mode=\"read-only\" in"
                + " connectors/directory.xml")).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource({"names", "values", "rules"})
    void areReportedInPlainWordsWhereTheyAreWrong(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(slip.file(), slip.text(), slip.replacement()).problems());
    }
}
