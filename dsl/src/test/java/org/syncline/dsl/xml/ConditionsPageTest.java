package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.NodeText;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;
import org.w3c.dom.Element;

/** CONDITIONS.md says what is true: each of its examples loads, is the tree it says, and says of nothing what it says. */
class ConditionsPageTest {
    private static final Path PAGE = Path.of("CONDITIONS.md");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z-]+)[ >/]");

    private static final Pattern OF_NOTHING = Pattern.compile("Absent value: (true|false)\\.");

    @TempDir
    Path folder;

    private int conditions;

    static Stream<List<String>> elements() throws IOException {
        return rows().filter(row -> row.size() == 3);
    }

    static Stream<List<String>> expressions() throws IOException {
        return rows().filter(row -> row.size() == 2);
    }

    static Stream<List<String>> translations() throws IOException {
        return rows().filter(row -> row.size() == 5);
    }

    /** The rows of tables with an example, cell by cell. */
    private static Stream<List<String>> rows() throws IOException {
        return Files.readString(PAGE).lines()
                .filter(line -> line.startsWith("|") && line.contains("`"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(cell -> cell.strip().replaceAll("^`|`$", ""))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("elements")
    void elementsAreTheirExpression(List<String> row) throws Exception {
        Expression elements = condition(row.get(0));
        Expression expression = condition(row.get(1).replace("<", "&lt;"));
        assertEquals(NodeText.of(expression.tree()), NodeText.of(elements.tree()));
        assertEquals(row.get(2), Boolean.toString(elements.holds(nothing())), row.get(0));
        assertEquals(row.get(2), Boolean.toString(expression.holds(nothing())), row.get(1));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void operatorsSayOfNothingWhatTheyAreSaidToSay(List<String> row) throws Exception {
        var person = SampleFolder.in(folder).ruleset().metaverse().get("person").type();
        Expression expression = ExpressionCompiler.compile(row.get(0), Scope.of(person, Map.of()));
        assertEquals(row.get(1), text(expression.evaluate(nothing().source(Attributes.empty(person)))));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translationsHold(List<String> row) throws Exception {
        assertEquals(row.get(4), Boolean.toString(condition(row.get(3)).holds(nothing())), row.get(3));
    }

    @Test
    void everyElementAndEveryOperatorIsThere() throws Exception {
        Set<String> shown = new TreeSet<>();
        elements().forEach(row -> {
            Matcher names = ELEMENT.matcher(row.get(0));
            while (names.find()) {
                shown.add(names.group(1));
            }
        });
        shown.remove("value");
        assertEquals(new TreeSet<>(declared()), shown);
        assertEquals(20, translations().filter(row -> row.getFirst().matches("[A-Z_]+")).count());
    }

    @Test
    void theSchemaSaysTheSameOfNothing() throws Exception {
        Map<String, String> documented = ofNothingBySchema();
        Map<String, String> shown = new TreeMap<>();
        elements().forEach(row -> {
            Matcher name = ELEMENT.matcher(row.getFirst());
            if (name.lookingAt() && documented.containsKey(name.group(1))) {
                shown.put(name.group(1), row.getLast());
            }
        });
        assertEquals(documented, shown);
        assertEquals(15, documented.size());
    }

    private static Map<String, String> ofNothingBySchema() {
        Map<String, String> documented = new TreeMap<>();
        for (Element group : new SchemaFiles().all("group")) {
            SchemaFiles.descendants(group, "element").forEach(element -> {
                Matcher said = OF_NOTHING.matcher(element.getTextContent());
                if (said.find()) {
                    documented.put(element.getAttribute("name"), said.group(1));
                }
            });
        }
        return documented;
    }

    private static List<String> declared() {
        Vocabulary vocabulary = new Vocabulary(new SchemaFiles());
        return new ArrayList<>(vocabulary.content("AllOf").children().keySet());
    }

    /** The condition of an export flow, where everything may be asked. */
    private Expression condition(String written) throws Exception {
        Ruleset ruleset = SampleFolder.in(folder.resolve("conditions " + conditions++))
                .with(ProblemCase.EXPORTS, "<present attribute=\"department\"/>", written)
                .ruleset();
        return ruleset.attributeFlows("directory", "inetOrgPerson", "person")
                .findFirst().orElseThrow().exports().get(2).when();
    }

    /** Somebody without any value, account or membership. */
    private static Evaluation nothing() {
        return new Evaluation(
                Present.at(Instant.parse("2026-01-10T12:00:00Z")),
                question -> question instanceof Question.MemberOf ? BooleanValue.FALSE : null);
    }

    private static String text(Content content) {
        if (content == Absence.NULL) {
            return "nothing";
        }
        return content instanceof BooleanValue truth
                ? truth == BooleanValue.TRUE ? "True" : "False"
                : content instanceof TextValue text ? text.text() : content.asList().getFirst().text();
    }
}
