package org.syncline.platform.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** What our facts, answers and safeguards cost beside Drools alone: the same 35 rules over the same people, in one run. */
public class DroolsSpeedIT {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int ATTRIBUTES = 40;
    private static final int FLOWS = 30;
    private static final int PAGE = 1000;
    private static final int ROUNDS = 30;
    private static final int PAGES = 20;

    private static final ObjectType EMPLOYEE = ObjectType.ofConnectorSpace("employee",
            IntStream.range(0, ATTRIBUTES)
                    .mapToObj(number -> AttributeDefinition.single("a" + number, AttributeType.STRING))
                    .toList());
    private static final ObjectType PERSON = ObjectType.ofMetaverse("person", EMPLOYEE.attributes());

    /** The same as it would be written for Drools alone. */
    public static final class BareFlow {
        private final String connector;
        private final Map<String, Object> source;
        private final List<Contribution> contributions = new ArrayList<>();

        public record Contribution(String attribute, Object value, int precedence) {}

        public BareFlow(String connector, Map<String, Object> source) {
            this.connector = connector;
            this.source = source;
        }

        public String getConnector() {
            return connector;
        }

        public Map<String, Object> getSource() {
            return source;
        }

        public void contribute(String attribute, Object value, int precedence) {
            contributions.add(new Contribution(attribute, value, precedence));
        }
    }

    private static String rules(String fact) {
        String flows = IntStream.range(0, FLOWS)
                .mapToObj(number -> """
                        rule "flow %1$d" when $flow : %2$s( connector == "hr", $value : source["a%1$d"], $value != null )
                        then $flow.contribute("a%1$d", $value, 10); end
                        """.formatted(number, fact))
                .collect(Collectors.joining());
        String conditions = IntStream.range(FLOWS, FLOWS + 5)
                .mapToObj(number -> """
                        rule "condition %1$d" when $flow : %2$s( connector == "hr", source["a%1$d"] matches "value 1.*%1$d" )
                        then $flow.contribute("a%1$d", "one", 10); end
                        """.formatted(number, fact))
                .collect(Collectors.joining());
        return flows + conditions;
    }

    private static Attributes person(int number) {
        Attributes.Builder attributes = Attributes.builder(EMPLOYEE);
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
            attributes.set("a" + attribute, "value " + number + " of attribute " + attribute);
        }
        return attributes.build();
    }

    private final KieBase bare = new KieHelper()
            .addContent("import " + BareFlow.class.getCanonicalName() + ";\n" + rules("BareFlow"), ResourceType.DRL)
            .build();
    private final List<ExtensionFact.OfImport> facts = IntStream.range(0, PAGE).mapToObj(DroolsSpeedIT::fact).toList();
    private final List<Map<String, Object>> people = IntStream.range(0, PAGE).mapToObj(DroolsSpeedIT::map).toList();
    private RuleExtension ours;

    @TempDir
    private Path folder;

    @BeforeEach
    void compile() throws IOException {
        String attributes = IntStream.range(0, ATTRIBUTES)
                .mapToObj("<attribute name=\"a%d\"/>"::formatted)
                .collect(Collectors.joining());
        write("syncline.xml",
                "<syncline xmlns=\"urn:syncline:1\" name=\"speed\"><metaverse><object-type name=\"person\">"
                        + attributes + "</object-type></metaverse></syncline>");
        write("connectors/hr.xml", "<connector xmlns=\"urn:syncline:1\" name=\"hr\" type=\"memory\" mode=\"read-only\">"
                + "<settings><setting name=\"system\" value=\"speed\"/></settings>"
                + "<object-type name=\"employee\" anchor=\"a0\">" + attributes + "</object-type></connector>");
        write("rules/attribute-flow/speed.drl", rules("ImportFlow"));
        ours = switch (new RulesetReader(Map.of()).read(folder)) {
            case ReadResult.Ready ready -> ready.ruleset().extension();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static ExtensionFact.OfImport fact(int number) {
        return new ExtensionFact.OfImport(
                ConnectorSpaceObject.unseen(number, "hr", new Anchor("" + number), EMPLOYEE)
                        .with(Hologram.unseen(EMPLOYEE).stage(person(number)).synchronize()),
                MetaverseObject.projected(number, PERSON), Present.at(Instant.EPOCH));
    }

    private static Map<String, Object> map(int number) {
        Map<String, Object> map = new HashMap<>();
        person(number).type().attributes().stream()
                .map(AttributeDefinition::name)
                .filter(name -> !name.equals(ObjectType.DN))
                .forEach(name -> map.put(name, person(number).text(name)));
        return map;
    }

    private long withOurFacts(int unused) {
        return ours.importFlows(facts).stream().mapToLong(answer -> answer.rules().size()).sum();
    }

    private long bare(int unused) {
        KieSession session = bare.newKieSession();
        List<BareFlow> flows = new ArrayList<>();
        for (Map<String, Object> person : people) {
            flows.add(new BareFlow("hr", person));
            session.insert(flows.getLast());
        }
        session.fireAllRules();
        session.dispose();
        return flows.stream().mapToLong(flow -> flow.contributions.size()).sum();
    }

    /** Thousands of objects in a second of a processor, whatever else the machine does. */
    private static double rate(ToLongFunction<Integer> work) {
        long begin = PROCESS.getProcessCpuTime();
        for (int page = 0; page < PAGES; page++) {
            work.applyAsLong(page);
        }
        return 1e6 * PAGES * PAGE / (PROCESS.getProcessCpuTime() - begin);
    }

    @Test
    void ourFactsReachFourFifthsOfBareDrools() {
        assertEquals(bare(0), withOurFacts(0));
        List<Double> shares = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double alone = rate(this::bare);
            shares.add(rate(this::withOurFacts) / alone);
        }
        List<Double> warm = shares.stream().skip(ROUNDS / 2).sorted().toList();
        double share = warm.get(warm.size() / 2);
        assertTrue(share >= 0.8, "our facts reach %.2f of Drools alone: %s".formatted(share, warm));
    }
}
