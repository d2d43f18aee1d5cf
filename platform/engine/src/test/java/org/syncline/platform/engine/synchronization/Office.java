package org.syncline.platform.engine.synchronization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.Engine;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * A person who is in two sources, {@code hr} and {@code crm}, and has an account in a directory {@code ad}: configured by files, so
 * that a test reads as an administrator writes. Values are told as {@code mail=a@x.org | proxies=one;two}.
 */
final class Office implements AutoCloseable {
    private static final RulesetReader READER = new RulesetReader(Map.of());
    private static final String ATTRIBUTES = """
            <attribute name="id"/><attribute name="first"/><attribute name="last"/><attribute name="mail"/>
            <attribute name="status"/><attribute name="proxies" multi-valued="true"/>
            <attribute name="boss" type="reference"/>
            """;

    private final Path folder;
    private final List<String> targets = new ArrayList<>(List.of("hr", "crm", "ad"));
    private final String suffix = "-" + UUID.randomUUID();
    private final Store store = new MemoryStore(TypeSource.of(this::ruleset));
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private int pageSize = Step.DEFAULT_PAGE_SIZE;
    private int threads = 1;
    private RuleExtension extension = RuleExtension.NONE;
    private Ruleset ruleset;
    private long version;

    Office(Path folder) {
        this.folder = folder;
        file("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="office" zone="UTC"><metaverse><object-type name="person">
                  <attribute name="employeeId"/><attribute name="givenName"/><attribute name="sn"/><attribute name="displayName"/>
                  <attribute name="mail"/><attribute name="status"/><attribute name="proxies" multi-valued="true"/>
                  <attribute name="manager" type="reference"/>
                </object-type></metaverse></syncline>""");
        connector("hr", "employee", true);
        connector("crm", "contact", true);
        connector("ad", "user", false);
        join("hr", "employee", """
                <join name="by id"><match attribute="id" with="employeeId"/></join><project name="new"/>""");
        join("crm", "contact", "<join name=\"by id\"><match attribute=\"id\" with=\"employeeId\"/></join>");
        join("ad", "user", "<join name=\"by id\"><match attribute=\"id\" with=\"employeeId\"/></join>");
        flows("hr", "employee", """
                <import from="id" to="employeeId"/><import from="first" to="givenName"/><import from="last" to="sn"/>
                <import from="status" to="status"/><import from="boss" to="manager"/>""");
        provisioning("<provision name=\"all\"><dn>\"cn=\" &amp; [employeeId] &amp; \",dc=x\"</dn></provision>");
    }

    private void connector(String name, String type, boolean readOnly) {
        file("connectors/" + name + ".xml", """
                <connector xmlns="urn:syncline:1" name="%s" type="memory"%s>
                <settings><setting name="system" value="%s"/><setting name="names" value="%s"/></settings>
                <object-type name="%s" anchor="%s">%s</object-type></connector>
                """.formatted(name, readOnly ? " mode=\"read-only\"" : "", name + suffix, !readOnly, type,
                readOnly ? "id" : "guid", readOnly ? ATTRIBUTES : "<attribute name=\"guid\"/>" + ATTRIBUTES));
    }

    /** A second directory, with a {@code user} for everybody the rules want there. */
    Office target(String name, String provisioning) {
        targets.add(name);
        connector(name, "user", false);
        return rules("rules/provisioning/" + name, "provisioning-rules", name, "user", provisioning);
    }

    Office file(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        ruleset = null;
        return this;
    }

    /** Replaces a text, which must occur, in a file. */
    Office change(String name, String text, String replacement) {
        try {
            String content = Files.readString(folder.resolve(name));
            if (!content.contains(text)) {
                throw new IllegalArgumentException(name + " does not contain " + text);
            }
            return file(name, content.replace(text, replacement));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Office join(String connector, String type, String rules) {
        return rules("rules/join/" + connector, "join-rules", connector, type, rules);
    }

    Office flows(String connector, String type, String rules) {
        return rules("rules/attribute-flow/" + connector, "attribute-flows", connector, type, rules);
    }

    Office provisioning(String rules) {
        return rules("rules/provisioning/ad", "provisioning-rules", "ad", "user", rules);
    }

    Office rules(String name, String root, String connector, String type, String rules) {
        return file(name + ".xml", """
                <%s xmlns="urn:syncline:1" connector="%s" object-type="%s" metaverse-type="person">%s</%s>
                """.formatted(root, connector, type, rules, root));
    }

    /** Programs beside the rules of the files. */
    Office extendedBy(RuleExtension programs) {
        extension = programs;
        return change("syncline.xml", "</syncline>", "<!-- other programs -->\n</syncline>");
    }

    PinnedRules rules() {
        return new PinnedRules(ruleset(), version);
    }

    Instant now() {
        return now;
    }

    Office derive(String rules) {
        return file("rules/attribute-flow/person.xml",
                "<attribute-flows xmlns=\"urn:syncline:1\" metaverse-type=\"person\">" + rules + "</attribute-flows>");
    }

    private Ruleset ruleset() {
        if (ruleset == null) {
            version++;
            ruleset = switch (READER.read(folder)) {
                case ReadResult.Ready ready -> ready.ruleset().extendedBy(
                        RuleExtension.of(List.of(ready.ruleset().extension(), extension)));
                case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
            };
        }
        return ruleset;
    }

    Store store() {
        return store;
    }

    Office withPagesOf(int objects) {
        pageSize = objects;
        return this;
    }

    Office withThreads(int number) {
        threads = number;
        return this;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** Lets a source, or the directory, hold an object. */
    Office put(String connector, String anchor, String values) {
        system(connector).put(new Anchor(anchor), attributes(type(connector), values));
        return this;
    }

    Office remove(String connector, String anchor) {
        system(connector).remove(type(connector).name(), new Anchor(anchor));
        return this;
    }

    private MemorySystem system(String connector) {
        return MemorySystem.named(connector + suffix);
    }

    private ObjectType type(String connector) {
        return ruleset().connectors().get(connector).objectTypes().getFirst().type();
    }

    private static Attributes attributes(ObjectType type, String values) {
        Attributes.Builder attributes = Attributes.builder(type);
        for (String value : values.split(" \\| ")) {
            String[] parts = value.split("=", 2);
            AttributeDefinition attribute = type.attribute(type.index(parts[0]));
            attributes.set(parts[0], Content.of(Arrays.stream(parts[1].split(";"))
                    .map(text -> attribute.type() == AttributeType.REFERENCE
                            ? (Value) ReferenceValue.toKey(text)
                            : new TextValue(text))
                    .toList()));
        }
        return attributes.build();
    }

    /** Runs cycles until nothing is exported. */
    List<StepReport> cycle() {
        List<StepReport> reports = new ArrayList<>();
        Engine engine = engine();
        NextSteps next = engine.cycle();
        Deque<StepRequest> steps = new ArrayDeque<>(next.first());
        while (!steps.isEmpty()) {
            StepReport report = engine.run(paged(steps.poll()), PageLoop.SEQUENTIAL);
            reports.add(report);
            steps.addAll(next.after(report));
        }
        return reports;
    }

    private StepRequest paged(StepRequest request) {
        return new StepRequest(request.connector(), new Step(request.step().kind(), pageSize), request.profile());
    }

    StepReport run(String connector, Kind kind) {
        return engine().run(paged(new StepRequest(connector, Step.of(kind), null)), PageLoop.SEQUENTIAL);
    }

    private Engine engine() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Engine(
                store, new Connectors(folder, name -> Optional.empty(), clock), rules(),
                clock, threads);
    }

    /** The values of an attribute of the one identity with this employeeId, in their order; empty for none. */
    String value(String employeeId, String attribute) {
        return person(employeeId).attributes().get(attribute).asList().stream()
                .map(Value::text).collect(Collectors.joining(";"));
    }

    MetaverseObject person(String employeeId) {
        List<MetaverseObject> found = persons().stream()
                .filter(person -> person.attributes().get("employeeId").asList().contains(new TextValue(employeeId)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " identities have employeeId " + employeeId);
        }
        return found.getFirst();
    }

    List<MetaverseObject> persons() {
        return store.metaverse().load(store.metaverse().all(0, 10_000));
    }

    List<ConnectorSpaceObject> objects(String connector) {
        return store.connectorSpace().load(store.connectorSpace().all(connector, 0, 10_000));
    }

    /** What the directory holds of an account, by the attribute. */
    String account(String employeeId, String attribute) {
        return account("ad", employeeId, attribute);
    }

    /** What a directory holds of an account, by the attribute. */
    String account(String connector, String employeeId, String attribute) {
        return system(connector).byDn("user", "cn=" + employeeId + ",dc=x").orElseThrow().attributes().get(attribute)
                .asList()
                .stream().map(Value::text).collect(Collectors.joining(";"));
    }

    /** The errors that stand, a line each. */
    List<String> errors() {
        return ruleset().connectors().keySet().stream()
                .flatMap(connector -> store.runHistory().errors(connector).stream())
                .map(error -> error.connector() + " " + error.title() + ": " + error.code())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        targets.forEach(connector -> MemorySystem.forget(connector + suffix));
    }
}
