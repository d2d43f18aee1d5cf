package org.syncline.platform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * A house as an administrator writes it: XML files, systems in memory. Objects are told as words: {@code "cn=Sales"},
 * {@code "member=uid=ann,ou=People|uid=bob,ou=People"}; a bar stands between values.
 */
public final class WrittenHouse {
    private static final RulesetReader READER = new RulesetReader(Map.of());

    private final Path folder;
    private final String suffix = "-" + UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private Function<TypeSource, Store> opening = MemoryStore::new;
    private Store store;
    private Ruleset ruleset;
    private long version = 1;
    private int pageSize = Step.DEFAULT_PAGE_SIZE;
    private int threads = Runtime.getRuntime().availableProcessors();

    public WrittenHouse(Path folder) {
        this.folder = folder;
    }

    /** Another store than the one in memory. */
    public WrittenHouse storedIn(Function<TypeSource, Store> open) {
        opening = open;
        return this;
    }

    public WrittenHouse withPagesOf(int objects) {
        pageSize = objects;
        return this;
    }

    public WrittenHouse withThreads(int number) {
        threads = number;
        return this;
    }

    /** The object types of the metaverse. */
    public WrittenHouse metaverse(String objectTypes) {
        return file("syncline.xml", "<syncline xmlns=\"urn:syncline:1\" name=\"test\"><metaverse>" + objectTypes
                + "</metaverse></syncline>");
    }

    /** A connector without names that is never written to. */
    public WrittenHouse source(String name, String objectTypes) {
        return source(name, "", objectTypes);
    }

    /** @param settings besides its system */
    public WrittenHouse source(String name, String settings, String objectTypes) {
        return connector(name, " mode=\"read-only\"", settings, objectTypes);
    }

    /** A connector with names; {@code settings} are those besides its system and its names. */
    public WrittenHouse directory(String name, String settings, String objectTypes) {
        return connector(name, "", "<setting name=\"names\" value=\"true\"/>" + settings, objectTypes);
    }

    private WrittenHouse connector(String name, String attributes, String settings, String objectTypes) {
        return file("connectors/" + name + ".xml",
                "<connector xmlns=\"urn:syncline:1\" name=\"" + name + "\" type=\"memory\"" + attributes
                        + "><settings><setting name=\"system\" value=\"" + name + suffix + "\"/>" + settings
                        + "</settings>" + objectTypes + "</connector>");
    }

    /** A file of rules; the namespace is added. */
    public WrittenHouse rules(String name, String xml) {
        return file("rules/" + name, xml.replaceFirst("^<([a-z-]+)", "<$1 xmlns=\"urn:syncline:1\""));
    }

    private WrittenHouse file(String name, String text) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        version += ruleset == null ? 0 : 1;
        ruleset = null;
        return this;
    }

    public Ruleset ruleset() {
        if (ruleset == null) {
            ruleset = switch (READER.read(folder)) {
                case ReadResult.Ready ready -> ready.ruleset();
                case ReadResult.Refused refused -> throw new IllegalStateException(refused.problems().toString());
            };
        }
        return ruleset;
    }

    /** What the rules would be after an edit of the files; they stay as they are until they are {@link #take taken}. */
    public Ruleset edited(Consumer<WrittenHouse> edit) {
        Ruleset present = ruleset();
        edit.accept(this);
        Ruleset edited = ruleset();
        take(present);
        return edited;
    }

    /** From now on these are the rules. */
    public void take(Ruleset rules) {
        ruleset = rules;
        version++;
    }

    /** Replaces a text, which must occur, in a file. */
    public WrittenHouse edit(String name, String text, String replacement) {
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

    public Store store() {
        store = store == null ? opening.apply(TypeSource.of(this::ruleset)) : store;
        return store;
    }

    public MemorySystem system(String connector) {
        return MemorySystem.named(connector + suffix);
    }

    /** Lets go of the connected systems. */
    public void leave() {
        ruleset().connectors().keySet().forEach(connector -> MemorySystem.forget(connector + suffix));
    }

    public void wait(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Puts an object into a system without names. */
    public void put(String connector, String objectType, String anchor, String... words) {
        system(connector).put(new Anchor(anchor), attributes(connector, objectType, words));
    }

    /** Puts an object into a system with names; what is not said of one that is there is gone. */
    public void putNamed(String connector, String objectType, String dn, String... words) {
        system(connector).put(attributes(connector, objectType, words).with(ObjectType.DN, new TextValue(dn)));
    }

    public void remove(String connector, String objectType, String anchor) {
        system(connector).remove(objectType, new Anchor(anchor));
    }

    private Attributes attributes(String connector, String objectType, String... words) {
        ObjectType type = ruleset().connectors().get(connector).objectType(objectType).orElseThrow().type();
        Attributes.Builder attributes = Attributes.builder(type);
        for (String word : words) {
            String name = word.substring(0, word.indexOf('='));
            AttributeDefinition attribute = type.attribute(type.index(name));
            List<Value> values = Arrays.stream(word.substring(name.length() + 1).split("\\|"))
                    .filter(text -> !text.isEmpty())
                    .map(text -> value(attribute, text))
                    .toList();
            attributes.set(name, values);
        }
        return attributes.build();
    }

    private static Value value(AttributeDefinition attribute, String text) {
        if (attribute.type() != AttributeType.REFERENCE) {
            return new TextValue(text);
        }
        return text.contains("=") ? ReferenceValue.toDn(text) : ReferenceValue.toKey(text);
    }

    /** What objects of a type hold of an attribute, by DN; several values sorted, a bar between them. */
    public Map<String, String> held(String connector, String objectType, String attribute) {
        Map<String, String> held = new TreeMap<>();
        for (MemoryObject object : system(connector).objects(objectType)) {
            held.put(object.attributes().dn(),
                    String.join("|", new TreeSet<>(object.attributes().get(attribute).asList()
                            .stream().map(Value::text).toList())));
        }
        return held;
    }

    /** What is listed of references: attribute, target, reason. */
    public List<String> waiting(String connector) {
        return store().runHistory().pendingReferences(connector).stream()
                .map(reference -> reference.attribute() + " to " + reference.key() + ": " + reference.reason())
                .sorted()
                .toList();
    }

    public List<String> errors(String connector) {
        return store().runHistory().errors(connector).stream().map(ObjectError::code).toList();
    }

    /** Runs a whole cycle in one thread. */
    public List<StepReport> cycle() {
        NextSteps next = engine().cycle();
        Deque<StepRequest> steps = new ArrayDeque<>(next.first());
        List<StepReport> reports = new ArrayList<>();
        while (!steps.isEmpty()) {
            StepRequest request = steps.poll();
            reports.add(run(request.connector(), request.step().kind()));
            steps.addAll(next.after(reports.getLast()));
        }
        return reports;
    }

    public StepReport run(String connector, Kind kind) {
        return engine().run(new StepRequest(connector, new Step(kind, pageSize), null), PageLoop.SEQUENTIAL);
    }

    /** A cycle of which every step succeeds; how many operations were sent in it to a connector. */
    public long cleanly(String connector) {
        long before = system(connector).counts().operations();
        List<String> failures = cycle().stream()
                .filter(report -> report.result() != StepResult.SUCCESS)
                .map(report -> report.request() + ": " + report.message() + " " + report.errors())
                .collect(Collectors.toList());
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.toString());
        }
        return system(connector).counts().operations() - before;
    }

    public Engine engine() {
        return new Engine(store(), connectors(), rules(), clock, threads);
    }

    public Connectors connectors() {
        return new Connectors(folder, name -> Optional.empty(), clock);
    }

    public PinnedRules rules() {
        return new PinnedRules(ruleset(), version);
    }

    public Clock clock() {
        return clock;
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
