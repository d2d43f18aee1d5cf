package org.syncline.platform.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.rules.attributeflow.Contributor;
import org.syncline.rules.attributeflow.ImportElection;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** Thirty flows of one script, elected, against the same thirty in XML: as a ratio of processor time in one run. */
class ScriptSpeedIT {
    private static final int ATTRIBUTES = 40;
    private static final int FLOWS = 30;
    private static final int OBJECTS = 500;
    private static final int ROUNDS = 60;
    private static final Present PRESENT = Present.at(Instant.EPOCH);

    @TempDir
    private Path folder;

    private Ruleset read(String name, String flows) throws IOException {
        Path root = folder.resolve(name.replace('/', '-'));
        write(root.resolve("syncline.xml"), "<syncline xmlns=\"urn:syncline:1\" name=\"speed\"><metaverse>"
                + "<object-type name=\"person\">" + attributes("to") + "</object-type></metaverse></syncline>");
        write(root.resolve("connectors/hr.xml"), "<connector xmlns=\"urn:syncline:1\" name=\"hr\" type=\"memory\""
                + " mode=\"read-only\"><settings><setting name=\"system\" value=\"speed\"/></settings>"
                + "<object-type name=\"employee\" anchor=\"from0\">" + attributes("from")
                + "</object-type></connector>");
        write(root.resolve("rules/attribute-flow/" + name), flows);
        return switch (new RulesetReader(Map.of()).read(root)) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static String attributes(String prefix) {
        return IntStream.range(0, ATTRIBUTES).mapToObj(index -> "<attribute name=\"" + prefix + index + "\"/>")
                .collect(Collectors.joining());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String written(int flow) {
        String source = "[from" + flow + "]";
        return "<import to=\"to" + flow + "\">" + switch (flow % 5) {
            case 0 -> source;
            case 1 -> "UCase(" + source + ")";
            case 2 -> source + " &amp; \" \" &amp; [from" + (flow + 1) + "]";
            case 3 -> "Left(" + source + ", 5)";
            default -> "IIF(" + source + " = \"value 4\", \"four\", Trim(" + source + "))";
        } + "</import>";
    }

    private static String scripted(int flow) {
        String source = "source.from" + flow;
        return "contribute 'to" + flow + "', " + switch (flow % 5) {
            case 0 -> source;
            case 1 -> source + "?.toUpperCase()";
            case 2 -> "\"${" + source + "} ${source.from" + (flow + 1) + "}\"";
            case 3 -> source + "?.take(5)";
            default -> source + "?.equalsIgnoreCase('value 4') ? 'four' : " + source + "?.trim()";
        } + ", 10\n";
    }

    private static List<ConnectorSpaceObject> objects(ObjectType type) {
        List<ConnectorSpaceObject> objects = new ArrayList<>();
        for (int number = 0; number < OBJECTS; number++) {
            Attributes.Builder values = Attributes.builder(type);
            for (int index = 0; index < ATTRIBUTES; index++) {
                values.set("from" + index, "value " + index + (index % 7 == 0 ? " of " + number : ""));
            }
            objects.add(ConnectorSpaceObject.unseen(number + 1, "hr", new Anchor("" + number), type)
                    .with(Hologram.unseen(type).stage(values.build()).synchronize()));
        }
        return objects;
    }

    private static List<MetaverseObject> elect(
            List<ConnectorSpaceObject> objects, MetaverseObject nobody,
            Function<List<ConnectorSpaceObject>, List<List<AttributeFlows>>> flows) {
        List<List<AttributeFlows>> found = flows.apply(objects);
        List<MetaverseObject> elected = new ArrayList<>(objects.size());
        for (int index = 0; index < objects.size(); index++) {
            elected.add(ImportElection.elect(nobody, List.of(new Contributor(objects.get(index), found.get(index))),
                    (owner, attribute, reference) -> null, 1, PRESENT, false).identity());
        }
        return elected;
    }

    private static double perObject(Runnable page) {
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            page.run();
            times[round] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        }
        Arrays.sort(times);
        return (double) times[ROUNDS / 4] / OBJECTS;
    }

    @Test
    void thirtyFlowsOfAScriptTakeNoMoreThanTwiceTheTimeOfThoseInXml() throws IOException {
        Ruleset xml = read("flows.xml", "<attribute-flows xmlns=\"urn:syncline:1\" connector=\"hr\""
                + " object-type=\"employee\" metaverse-type=\"person\">"
                + IntStream.range(0, FLOWS).mapToObj(ScriptSpeedIT::written).collect(Collectors.joining())
                + "</attribute-flows>");
        Ruleset script = read("flows.groovy",
                "importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->\n"
                        + IntStream.range(0, FLOWS).mapToObj(ScriptSpeedIT::scripted).collect(Collectors.joining())
                        + "}\n");
        List<ConnectorSpaceObject> objects =
                objects(xml.connectors().get("hr").objectType("employee").orElseThrow().type());
        MetaverseObject nobody = MetaverseObject.projected(1, xml.metaverse().get("person").type());
        Function<List<ConnectorSpaceObject>, List<List<AttributeFlows>>> written =
                page -> page.stream().map(object -> xml.attributeFlows()).toList();
        Function<List<ConnectorSpaceObject>, List<List<AttributeFlows>>> scripted =
                page -> script.extension()
                        .importFlows(page.stream()
                                .map(object -> new ExtensionFact.OfImport(object, nobody, PRESENT)).toList())
                        .stream()
                        .map(answer -> List.of(new AttributeFlows(
                                "hr", "employee", "person", null, answer.rules(), List.of(), null)))
                        .toList();

        Stream.of(0, 1, 2).forEach(index -> assertEquals(
                elect(objects, nobody, written).get(index).attributes(),
                elect(objects, nobody, scripted).get(index).attributes()));
        perObject(() -> elect(objects, nobody, written));
        perObject(() -> elect(objects, nobody, scripted));
        double inXml = perObject(() -> elect(objects, nobody, written));
        double inScript = perObject(() -> elect(objects, nobody, scripted));
        System.out.printf("A script takes %.0f ns an object, XML %.0f: %.2f times%n", inScript, inXml,
                inScript / inXml);
        assertTrue(inScript <= 2 * inXml,
                "a script takes " + Math.round(inScript) + " ns an object, XML " + Math.round(inXml));
    }
}
