package org.syncline.platform.engine.staging;

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
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.syncline.connectors.memory.MemorySystem;
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
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ObjectType;

/**
 * A company for tests of imports, configured by the files an administrator would write: an HR system that is only read, and a
 * directory that generates the anchors of its accounts. Both are in memory.
 */
final class ImportHouse implements AutoCloseable {
    private static final RulesetReader READER = new RulesetReader(Map.of());

    private final Path folder;
    private final MemorySystem hr = MemorySystem.named("hr-" + UUID.randomUUID());
    private final MemorySystem directory = MemorySystem.named("directory-" + UUID.randomUUID());
    private final MovableClock clock = new MovableClock();
    private final Store store = new MemoryStore(TypeSource.of(this::ruleset));
    private Ruleset ruleset;
    private long version = 1;

    ImportHouse(Path folder) {
        this.folder = folder;
        for (String file : List.of(
                "syncline.xml", "connectors/hr.xml", "connectors/directory.xml", "rules/join/hr.xml",
                "rules/join/directory.xml", "rules/attribute-flow/hr.xml", "rules/attribute-flow/directory.xml",
                "rules/provisioning/directory.xml")) {
            write(file, sample(file).replace("HR-SYSTEM", hr.name()).replace("DIRECTORY-SYSTEM", directory.name()));
        }
    }

    private static String sample(String file) {
        try {
            return Files.readString(Path.of(ImportHouse.class.getResource("import-house/" + file).toURI()));
        } catch (IOException | java.net.URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Replaces a text, which must occur, in a file of the configuration. */
    ImportHouse with(String file, String text, String replacement) {
        try {
            String content = Files.readString(folder.resolve(file));
            if (!content.contains(text)) {
                throw new IllegalArgumentException(file + " does not contain " + text);
            }
            return write(file, content.replace(text, replacement));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a file of the configuration; what ran before keeps its rules. */
    ImportHouse write(String file, String content) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        if (ruleset != null) {
            ruleset = null;
            version++;
        }
        return this;
    }

    Path folder() {
        return folder;
    }

    Ruleset ruleset() {
        if (ruleset == null) {
            ruleset = switch (READER.read(folder)) {
                case ReadResult.Ready ready -> ready.ruleset();
                case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
            };
        }
        return ruleset;
    }

    MemorySystem hr() {
        return hr;
    }

    MemorySystem directory() {
        return directory;
    }

    Store store() {
        return store;
    }

    void wait(Duration time) {
        clock.now = clock.now.plus(time);
    }

    ObjectType type(String connector, String objectType) {
        return ruleset().connectors().get(connector).objectType(objectType).orElseThrow().type();
    }

    void employ(String id, String first, String last) {
        employ("employee", id, first, last);
    }

    void employ(String objectType, String id, String first, String last) {
        hr.put(new Anchor(id), Attributes.builder(type("hr", objectType))
                .set("id", id)
                .set("first", first)
                .set("last", last)
                .build());
    }

    void dismiss(String id) {
        hr.remove("employee", new Anchor(id));
    }

    /** Creates or replaces an account, as somebody does who works in the directory itself. */
    void account(String anchor, String uid, String employeeNumber, String sn) {
        account(anchor, uid, employeeNumber, sn, "People");
    }

    void account(String anchor, String uid, String employeeNumber, String sn, String unit) {
        directory.put(new Anchor(anchor), Attributes.builder(type("directory", "account"))
                .set("dn", "uid=" + uid + ",ou=" + unit + ",dc=test")
                .set("uid", uid)
                .set("employeeNumber", employeeNumber)
                .set("sn", sn)
                .build());
    }

    List<String> accounts() {
        return directory.objects("account").stream().map(account -> account.attributes().dn()).sorted().toList();
    }

    StepReport run(String connector, Kind kind) {
        return run(connector, Step.of(kind));
    }

    StepReport run(String connector, Step step) {
        return engine().run(new StepRequest(connector, step, null), PageLoop.SEQUENTIAL);
    }

    /** Runs a run profile in one thread. */
    List<StepReport> profile(String connector, String profile) {
        var definition = ruleset().connectors().get(connector);
        return run(engine().profile(definition, definition.runProfile(profile).orElseThrow()));
    }

    /** Runs a whole cycle in one thread. */
    List<StepReport> cycle() {
        return run(engine().cycle());
    }

    private List<StepReport> run(NextSteps next) {
        Engine engine = engine();
        List<StepReport> reports = new ArrayList<>();
        Deque<StepRequest> steps = new ArrayDeque<>(next.first());
        while (!steps.isEmpty()) {
            StepReport report = engine.run(steps.poll(), PageLoop.SEQUENTIAL);
            reports.add(report);
            steps.addAll(next.after(report));
        }
        return reports;
    }

    Engine engine() {
        return new Engine(
                store, new Connectors(folder, name -> Optional.empty(), clock), new PinnedRules(ruleset(), version),
                clock);
    }

    Clock clock() {
        return clock;
    }

    ImportState state(String connector) {
        return store.watermarks().of(connector);
    }

    /** All staged objects of a connector. */
    List<ConnectorSpaceObject> staged(String connector) {
        return store.connectorSpace().load(store.connectorSpace().all(connector, 0, 10_000));
    }

    /** The staged object with this DN or anchor. */
    ConnectorSpaceObject staged(String connector, String title) {
        return staged(connector).stream()
                .filter(object -> object.title().equals(title)
                        || object.anchor() != null && object.anchor().text().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No '" + title + "' among " + staged(connector)));
    }

    List<String> errors(String connector) {
        return store.runHistory().errors(connector).stream().map(ObjectError::code).toList();
    }

    int identities() {
        return store.metaverse().all(0, 10_000).size();
    }

    @Override
    public void close() {
        MemorySystem.forget(hr.name());
        MemorySystem.forget(directory.name());
    }

    /** A clock that stands still until it is moved. */
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
