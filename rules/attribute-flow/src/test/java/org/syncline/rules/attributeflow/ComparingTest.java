package org.syncline.rules.attributeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Semantics 4.4: compare policies per attribute, one row for what each lets pass and what it does not. */
class ComparingTest {
    private record Row(Compare policy, List<Value> sent, List<Value> reported, boolean agree) {}

    private static List<Value> texts(String... texts) {
        return Stream.of(texts).<Value>map(TextValue::new).toList();
    }

    private static List<Value> number(long number) {
        return List.of(new IntegerValue(number));
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(Compare.EXACT, texts("Ann"), texts("Ann"), true),
                new Row(Compare.EXACT, texts("Ann"), texts("ANN"), false),
                new Row(Compare.EXACT, texts("Ann"), texts("Ann "), false),
                new Row(Compare.EXACT, texts("a", "b"), texts("b", "a"), true),
                new Row(Compare.EXACT, texts("a", "b"), texts("a"), false),
                new Row(Compare.IGNORE_CASE, texts("Ann"), texts("ANN"), true),
                new Row(Compare.IGNORE_CASE, texts("Ann"), texts("Ann "), false),
                new Row(Compare.IGNORE_CASE, texts("SMTP:a", "smtp:b"), texts("SMTP:B", "smtp:a"), true),
                new Row(Compare.PROXY_ADDRESS, texts("SMTP:a@x"), texts("SMTP:A@X"), true),
                new Row(Compare.PROXY_ADDRESS, texts("SMTP:a", "smtp:b"), texts("SMTP:B", "smtp:a"), false),
                new Row(Compare.TRIM, texts("Ann"), texts(" Ann "), true),
                new Row(Compare.TRIM, texts("Ann Lee"), texts("Ann  Lee"), false),
                new Row(Compare.TRIM, texts("Ann"), texts("ann"), false),
                new Row(Compare.MASK, number(514), number(2), true),
                new Row(Compare.MASK, number(2), number(512), false),
                new Row(Compare.NEVER, texts("secret"), texts("hidden"), true),
                new Row(Compare.NEVER, texts("secret"), List.of(), true));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesByThePolicy(Row row) {
        ExportFlow flow = new ExportFlow(
                "flow", "a", null, "a", false, true, row.policy, 2, false, null, new RuleLocation("test.xml", 1, 1));
        assertEquals(row.agree, Comparing.agree(flow, row.sent, row.reported));
    }
}
