package org.syncline.dsl.extension.groovy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

/** Scripts in memory, and people to try them on. */
final class ScriptDesk {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String FLOWS = "rules/attribute-flow/";

    static final ObjectType EMPLOYEE = ObjectType.ofConnectorSpace("employee",
            AttributeDefinition.single("Name", AttributeType.STRING),
            AttributeDefinition.single("Title", AttributeType.STRING),
            AttributeDefinition.single("EmailAddress", AttributeType.STRING),
            AttributeDefinition.single("Level", AttributeType.INTEGER),
            AttributeDefinition.single("External", AttributeType.BOOLEAN),
            AttributeDefinition.multi("Skills", AttributeType.STRING),
            AttributeDefinition.single("Hired", AttributeType.DATE),
            AttributeDefinition.single("Boss", AttributeType.REFERENCE));

    static final ObjectType ACCOUNT = ObjectType.ofConnectorSpace("inetOrgPerson",
            AttributeDefinition.single("Name", AttributeType.STRING),
            AttributeDefinition.single("sn", AttributeType.STRING),
            AttributeDefinition.single("description", AttributeType.STRING));

    static final ObjectType PERSON = ObjectType.ofMetaverse("person",
            AttributeDefinition.single("displayName", AttributeType.STRING),
            AttributeDefinition.single("mailNickname", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.single("grade", AttributeType.INTEGER),
            AttributeDefinition.multi("skills", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE));

    private final Map<String, byte[]> files = new TreeMap<>();
    private final GroovyCompiler compiler;
    private final List<String> compiled = new ArrayList<>();
    private Set<String> allowed = Set.of();

    ScriptDesk() {
        this(Duration.ofSeconds(10));
    }

    ScriptDesk(Duration budget) {
        this.compiler = new GroovyCompiler(budget);
    }

    /** A script among the attribute flows. */
    ScriptDesk with(String file, String text) {
        return withFile(FLOWS + file, text);
    }

    ScriptDesk withFile(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ScriptDesk without(String name) {
        files.remove(name);
        return this;
    }

    ScriptDesk allowing(String... classes) {
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
        return compiled.stream().map(name -> name.replace(FLOWS, "")).toList();
    }

    /** What is wrong with the files, a line each: place, message, suggestion. */
    List<String> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        compile(mistakes);
        return mistakes.stream()
                .sorted(Comparator.<Mistake>comparingInt(mistake -> mistake.place().line())
                        .thenComparingInt(mistake -> mistake.place().column()))
                .map(mistake -> mistake.place().toString().replace(FLOWS, "") + " " + mistake.message()
                        + (mistake.suggestion() == null ? "" : "; " + mistake.suggestion()))
                .toList();
    }

    private RuleExtension compile(List<Mistake> mistakes) {
        compiled.clear();
        return compiler.compile(
                new TreeMap<>(files),
                new ProgramNames(
                        allowed,
                        Map.of("hr", connector("hr"), "ad", connector("ad"), "directory",
                                connector("directory", ACCOUNT)),
                        Map.of("person", new MetaverseType(PERSON, new EndPolicy.Never(), null)),
                        Set.of()),
                compiled::add, mistakes::add);
    }

    private static ConnectorDefinition connector(String name) {
        return connector(name, EMPLOYEE);
    }

    private static ConnectorDefinition connector(String name, ObjectType attributes) {
        ConnectedObjectType type = new ConnectedObjectType(
                attributes, List.of("Name"), List.of(), List.of(), List.of(), false, null, null, null, Allow.ALL,
                OnRefused.SPLIT, null);
        return new ConnectorDefinition(
                name, "memory", true, Map.of(), Map.of(), List.of(type), Partitions.NONE, null, List.of(),
                Duration.ZERO, 3, new RuleLocation("connectors/" + name + ".xml", 1, 1));
    }

    /** What a hook of an import flow with this body contributes for Ann. */
    static List<String> imported(String body) {
        return told(new ScriptDesk()
                .with("a.groovy",
                        "importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->\n"
                                + body + "\n}")
                .rules().importFlows(List.of(ann())).getFirst());
    }

    static ExtensionFact.OfImport ann() {
        return employee(Attributes.builder(EMPLOYEE)
                .set("Name", "Ann Lee").set("Title", "Chief Engineer").set("EmailAddress", "ann.lee@example.com")
                .set("Level", new IntegerValue(7)).set("External", BooleanValue.FALSE)
                .set("Skills", List.of(new TextValue("java"), new TextValue("sql")))
                .set("Hired", new DateValue(Instant.parse("2020-05-01T00:00:00Z")))
                .set("Boss", ReferenceValue.toKey("7"))
                .build());
    }

    static ExtensionFact.OfImport employee(Attributes attributes) {
        return new ExtensionFact.OfImport(object(attributes), person(), Present.at(NOW));
    }

    static ConnectorSpaceObject object(Attributes attributes) {
        return ConnectorSpaceObject
                .unseen(1, "hr", new Anchor(String.valueOf(attributes.text("Name"))), EMPLOYEE)
                .with(Hologram.unseen(EMPLOYEE).stage(attributes).synchronize());
    }

    static MetaverseObject person() {
        return MetaverseObject.projected(1, PERSON);
    }

    static MetaverseObject person(long id, String status) {
        MetaverseObject person = MetaverseObject.projected(id, PERSON);
        return person.with(Attributes.builder(PERSON).set("status", status).set("displayName", "P" + id).build(),
                person.lineage());
    }

    /** What rules answer, a text each: attribute=value@precedence by rule at line, or the failure. */
    static List<String> told(ExtensionAnswer<ImportFlow> answer) {
        List<String> told = new ArrayList<>();
        answer.rules().forEach(flow -> told.add(flow.to() + "=" + text(flow) + "@" + flow.precedence()
                + " by " + flow.name() + " at " + flow.location().line()));
        answer.failures().forEach(failure -> told.add(failure.rule() + " fails at "
                + failure.location().toString().replace(FLOWS, "") + ": " + failure.message()));
        return told;
    }

    private static String text(ImportFlow flow) {
        var content = flow.value().evaluate(null);
        return content.isPresent()
                ? String.join("+", content.asList().stream().map(value -> value.text()).toList())
                : content.toString();
    }
}
