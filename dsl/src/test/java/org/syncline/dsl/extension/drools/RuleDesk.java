package org.syncline.dsl.extension.drools;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.Allow;
import org.syncline.dsl.ruleset.ConnectedObjectType.OnRefused;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.TextValue;

/** Rule files in memory, and people to try them on. */
final class RuleDesk {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static final ObjectType EMPLOYEE = ObjectType.ofConnectorSpace("employee",
            AttributeDefinition.single("Name", AttributeType.STRING),
            AttributeDefinition.single("Title", AttributeType.STRING),
            AttributeDefinition.single("Level", AttributeType.INTEGER),
            AttributeDefinition.multi("Skills", AttributeType.STRING),
            AttributeDefinition.single("Hired", AttributeType.DATE));

    static final ObjectType PERSON = ObjectType.ofMetaverse("person",
            AttributeDefinition.single("displayName", AttributeType.STRING),
            AttributeDefinition.single("licence", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.multi("skills", AttributeType.STRING));

    private final Map<String, byte[]> files = new TreeMap<>();
    private final DroolsCompiler compiler;
    private final List<String> compiled = new ArrayList<>();
    private Set<String> allowed = Set.of();

    RuleDesk() {
        this(Duration.ofSeconds(10));
    }

    RuleDesk(Duration budget) {
        this.compiler = new DroolsCompiler(budget);
    }

    RuleDesk with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    RuleDesk with(String file, byte[] content) {
        files.put("rules/attribute-flow/" + file, content);
        return this;
    }

    RuleDesk allowing(String... classes) {
        allowed = Set.of(classes);
        return this;
    }

    /** The rules, which must have no mistakes. */
    RuleExtension rules() {
        List<Mistake> mistakes = new ArrayList<>();
        RuleExtension rules = compile(mistakes);
        if (!mistakes.isEmpty()) {
            throw new AssertionError(mistakes.toString());
        }
        return rules;
    }

    /** The files that had to be compiled when they were last asked for. */
    List<String> compiled() {
        return compiled.stream().map(name -> name.replace("rules/attribute-flow/", "")).toList();
    }

    /** What is wrong with the files, a line each: place, message, suggestion. */
    List<String> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        compile(mistakes);
        return mistakes.stream()
                .sorted(Comparator.<Mistake>comparingInt(mistake -> mistake.place().line())
                        .thenComparingInt(mistake -> mistake.place().column()))
                .map(mistake -> mistake.place().toString().replace("rules/attribute-flow/", "") + " "
                        + mistake.message()
                        + (mistake.suggestion() == null ? "" : "; " + mistake.suggestion()))
                .toList();
    }

    private RuleExtension compile(List<Mistake> mistakes) {
        compiled.clear();
        return compiler.compile(
                new TreeMap<>(files),
                new ProgramNames(allowed, connectors(EMPLOYEE), metaverse(PERSON), Set.of()),
                compiled::add, mistakes::add);
    }

    /** Two connectors with objects of a type. */
    static Map<String, ConnectorDefinition> connectors(ObjectType objects) {
        return Map.of("hr", connector("hr", objects), "payroll", connector("payroll", objects));
    }

    static Map<String, MetaverseType> metaverse(ObjectType identities) {
        return Map.of(identities.name(), new MetaverseType(identities, new EndPolicy.Never(), null));
    }

    private static ConnectorDefinition connector(String name, ObjectType objects) {
        ConnectedObjectType type = new ConnectedObjectType(
                objects, List.of("Name"), List.of(), List.of(), List.of(), false, null, null, null, Allow.ALL,
                OnRefused.SPLIT, null);
        return new ConnectorDefinition(
                name, "memory", true, Map.of(), Map.of(), List.of(type), Partitions.NONE, null, List.of(),
                Duration.ZERO, 3, new RuleLocation("connectors/" + name + ".xml", 1, 1));
    }

    static ExtensionFact.OfImport employee(String name, String title) {
        return employee(Attributes.builder(EMPLOYEE).set("Name", name).set("Title", title).build());
    }

    static ExtensionFact.OfImport employee(Attributes attributes) {
        ConnectorSpaceObject object = ConnectorSpaceObject
                .unseen(1, "hr", new Anchor(attributes.text("Name")), EMPLOYEE)
                .with(Hologram.unseen(EMPLOYEE).stage(attributes).synchronize());
        return new ExtensionFact.OfImport(object, MetaverseObject.projected(1, PERSON), Present.at(NOW));
    }

    /** What rules answer, a text each: attribute=value@precedence by rule at line, or the failure. */
    static List<String> told(ExtensionAnswer<ImportFlow> answer) {
        List<String> told = new ArrayList<>();
        answer.rules().forEach(flow -> told.add(flow.to() + "=" + flow.value().evaluate(null) + "@" + flow.precedence()
                + " by " + flow.name() + " at " + flow.location().line()));
        answer.failures().forEach(failure -> told.add(failure.rule() + " fails at " + failure.location() + ": "
                + failure.message()));
        return told;
    }

    static TextValue text(String text) {
        return new TextValue(text);
    }

    static List<TextValue> texts(String... texts) {
        return Stream.of(texts).map(TextValue::new).toList();
    }

    static DateValue date(String instant) {
        return new DateValue(Instant.parse(instant));
    }
}
