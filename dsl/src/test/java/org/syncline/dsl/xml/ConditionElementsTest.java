package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.expression.Connection;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Conditions written as elements: what they say of a person, and of a person without any value. */
class ConditionElementsTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    @TempDir
    Path folder;

    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("<present attribute='sn'/>", true, false),
                arguments("<absent attribute='sn'/>", false, true),
                arguments("<equals attribute='sn' value='bradley'/>", true, false),
                arguments("<equals attribute='sn' value='bradley' ignore-case='false'/>", false, false),
                arguments("<equals attribute='grade' value='514'/>", true, false),
                arguments("<equals attribute='proxyAddresses' value='TWO'/>", true, false),
                arguments("<matches attribute='sn' pattern='^br'/>", true, false),
                arguments("<matches attribute='sn' pattern='^br' ignore-case='false'/>", false, false),
                arguments("<contains attribute='sn' value='ADL'/>", true, false),
                arguments("<contains attribute='sn' value='ADL' ignore-case='false'/>", false, false),
                arguments("<contains attribute='proxyAddresses' value='wo'/>", true, false),
                arguments("<starts-with attribute='sn' value='bra'/>", true, false),
                arguments("<ends-with attribute='sn' value='bra'/>", false, false),
                arguments("<ends-with attribute='sn' value='LEY'/>", true, false),
                arguments("<in attribute='sn'><value>Smith</value><value>bradley</value></in>", true, false),
                arguments("<in attribute='sn' ignore-case='false'><value>bradley</value></in>", false, false),
                arguments("<greater attribute='grade' value='514'/>", false, false),
                arguments("<greater attribute='grade' value='514' or-equal='true'/>", true, false),
                arguments("<less attribute='grade' value='1000'/>", true, false),
                arguments("<less attribute='grade' value='514'/>", false, false),
                arguments("<less attribute='grade' value='514' or-equal='true'/>", true, false),
                arguments("<between attribute='grade' from='1' to='514'/>", true, false),
                arguments("<bit-set attribute='grade' bit='&amp;H2'/>", true, false),
                arguments("<bit-set attribute='grade' bit='1'/>", false, false),
                arguments("<before attribute='hireDate' date='2026-01-21'/>", true, false),
                arguments("<before attribute='hireDate' date='2026-01-20T00:00:00Z'/>", false, false),
                arguments("<before attribute='hireDate' from-now='P14D'/>", true, false),
                arguments("<after attribute='hireDate' from-now='P14D'/>", false, false),
                arguments("<after attribute='hireDate' from-today='P0D'/>", true, false),
                arguments("<after attribute='hireDate' from-now='-PT12H'/>", true, false),
                arguments("<changed attribute='mail'/>", true, false),
                arguments("<changed attribute='sn'/>", false, false),
                arguments("<connected-to connector='hr'/>", true, false),
                arguments("<connected-to connector='directory'/>", false, false),
                arguments("<connected-to connector='hr' object-type='employee'/>", true, false),
                arguments("<connected-to connector='directory' object-type='inetOrgPerson'/>", false, false),
                arguments("<under dn='dc=x' attribute='mail'/>", true, false),
                arguments("<under dn='cn=a,dc=x' attribute='mail'/>", false, false),
                arguments("<all><present attribute='sn'/><absent attribute='sn'/></all>", false, false),
                arguments("<any><present attribute='sn'/><absent attribute='sn'/></any>", true, true),
                arguments("<none><absent attribute='sn'/><equals attribute='sn' value='x'/></none>", true, false),
                arguments("<none><equals attribute='sn' value='x'/></none>", true, true),
                arguments("<present attribute='sn'/><present attribute='department'/>", false, false));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void holdAsTheirDocumentationSays(String elements, boolean ofPerson, boolean ofNothing) throws Exception {
        Ruleset ruleset = withCondition(elements);
        ObjectType person = ruleset.metaverse().get("person").type();
        assertEquals(List.of(ofPerson, ofNothing), List.of(
                condition(ruleset).holds(Evaluation.at(NOW)
                        .source(bradley(person))
                        .changed(Set.of("mail"))
                        .connectedTo(Set.of(new Connection("hr", "employee")))),
                condition(ruleset).holds(Evaluation.at(NOW).source(Attributes.empty(person)))));
    }

    @Test
    void areTheSameTreeAsTheirExpression() throws Exception {
        Expression elements = condition(withCondition("<absent attribute='sn'/><connected-to connector='hr'/>"));
        assertEquals(Set.of("sn"), elements.reads());
        assertEquals("<absent attribute='sn'/><connected-to connector='hr'/>", elements.source());
    }

    private Ruleset withCondition(String elements) throws Exception {
        return SampleFolder.in(folder)
                .with(ProblemCase.EXPORTS, "<present attribute=\"department\"/>", elements)
                .ruleset();
    }

    private static Expression condition(Ruleset ruleset) {
        return ruleset.attributeFlows("directory", "inetOrgPerson", "person")
                .findFirst().orElseThrow().exports().get(2).when();
    }

    private static Attributes bradley(ObjectType person) {
        Map<String, Content> values = Map.of(
                "sn", new TextValue("Bradley"),
                "mail", new TextValue("cn=a,dc=x"),
                "grade", new IntegerValue(514),
                "hireDate", new DateValue(Instant.parse("2026-01-20T00:00:00Z")),
                "proxyAddresses", Content.of(List.of(new TextValue("one"), new TextValue("two"))));
        Attributes.Builder attributes = Attributes.builder(person);
        values.forEach(attributes::set);
        return attributes.build();
    }
}
