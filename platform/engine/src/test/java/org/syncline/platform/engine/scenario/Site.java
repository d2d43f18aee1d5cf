package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.Engine;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.operations.Finding;
import org.syncline.platform.engine.operations.Previewing;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;

/**
 * What an administrator runs: a configuration folder, and the systems it names, which live in memory. In the files {@code %Site%}
 * stands for a name of its own.
 */
final class Site {
    private static final RulesetReader READER = new RulesetReader(Map.of());
    /** Reading takes longer than many a story; those of one table differ in little. */
    private static final Map<Map<String, String>, Ruleset> READ = new ConcurrentHashMap<>();
    private static final int CYCLES = 8;

    private final String name = "site-" + Thread.currentThread().threadId();
    private final Path folder;
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Place> systems = new HashMap<>();
    private final MovableClock clock = new MovableClock();
    private final Store store = new MemoryStore(TypeSource.of(this::ruleset));
    private Ruleset ruleset;
    private long version;
    private int pageSize = Step.DEFAULT_PAGE_SIZE;

    Site(Path folder) {
        this.folder = folder;
    }

    /** Writes a file of the configuration; the rules change with it. */
    Site file(String path, String text) {
        files.put(path, text.replace("%Site%", name));
        ruleset = null;
        return this;
    }

    /** Replaces a text in a file of the configuration. */
    Site change(String path, String text, String replacement) {
        String before = files.get(path);
        assertEquals(true, before.contains(text), () -> path + " does not contain " + text);
        return file(path, before.replace(text, replacement));
    }

    private Ruleset ruleset() {
        if (ruleset == null) {
            ruleset = READ.computeIfAbsent(Map.copyOf(files), this::read);
            version++;
        }
        return ruleset;
    }

    private Ruleset read(Map<String, String> written) {
        try {
            for (Map.Entry<String, String> file : written.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return switch (READER.read(folder)) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems().toString());
        };
    }

    /** A system, by the name of its connector. */
    Place in(String connector) {
        return systems.computeIfAbsent(connector, any -> new Place(
                MemorySystem.named(connector + "-" + name), ruleset().connectors().get(connector)));
    }

    Store store() {
        return store;
    }

    PinnedRules rules() {
        return new PinnedRules(ruleset(), version);
    }

    Clock clock() {
        return clock;
    }

    void wait(String period) {
        clock.now = clock.now.plus(Duration.parse(period));
    }

    /** Runs cycles until nothing is left to do; then reading and evaluating everything anew changes nothing. */
    Site settle() {
        cycle();
        ruleset().connectors().keySet().forEach(connector -> run(connector, Kind.FULL_IMPORT));
        ruleset().connectors().keySet().forEach(connector -> run(connector, Kind.FULL_SYNC));
        assertEquals("", pendingExports(), "A second run is zero operations");
        return this;
    }

    /** Runs cycles until nothing is left to do. */
    Site cycle() {
        int cycles = 0;
        while (exports(run(engine().cycle())) > 0) {
            assertEquals(true, ++cycles < CYCLES, "It never comes to rest");
        }
        return this;
    }

    private static long exports(List<StepReport> reports) {
        return reports.stream()
                .mapToLong(report -> report.counters().of(Counter.EXPORT_ADD)
                        + report.counters().of(Counter.EXPORT_UPDATE)
                        + report.counters().of(Counter.EXPORT_RENAME)
                        + report.counters().of(Counter.EXPORT_DELETE))
                .sum();
    }

    /** What is still to be sent, a line each. */
    String pendingExports() {
        List<String> lines = new ArrayList<>();
        for (String connector : ruleset().connectors().keySet()) {
            store.connectorSpace().load(store.connectorSpace().all(connector, 0, 1000)).stream()
                    .filter(object -> !object.hologram().pendingExport().isNone())
                    .forEach(object -> lines.add(connector + ": " + object.hologram().pendingExport().kind() + " "
                            + object.title()));
        }
        return String.join("\n", lines);
    }

    /** From now on steps are cut into pages of this size. */
    void withPagesOf(int objects) {
        pageSize = objects;
    }

    /** Runs one step. */
    StepReport run(String connector, Kind kind) {
        return run(new StepRequest(connector, Step.of(kind), null));
    }

    private StepReport run(StepRequest request) {
        Step step = new Step(request.step().kind(), pageSize);
        return engine().run(new StepRequest(request.connector(), step, request.profile()), PageLoop.SEQUENTIAL);
    }

    /** Every decision about an object, a line each. */
    String preview(String connector, String anchor) {
        List<String> lines = new ArrayList<>();
        new Previewing(store, rules(), clock)
                .preview(new Finding(store, ruleset()).findObject(connector + ":" + anchor))
                .decisions()
                .forEach(line -> lines.add(line.phase() + ": " + line.subject() + ": " + line.text()));
        return String.join("\n", lines);
    }

    private List<StepReport> run(NextSteps next) {
        List<StepReport> reports = new ArrayList<>();
        Deque<StepRequest> steps = new ArrayDeque<>(next.first());
        while (!steps.isEmpty()) {
            StepReport report = run(steps.poll());
            reports.add(report);
            steps.addAll(next.after(report));
        }
        return reports;
    }

    private Engine engine() {
        return new Engine(store, new Connectors(folder, secret -> Optional.empty(), clock), rules(), clock);
    }

    /** The errors that stand, a line each: connector, object, code. */
    String errors() {
        List<String> lines = new ArrayList<>();
        for (String connector : ruleset().connectors().keySet()) {
            store.runHistory().errors(connector)
                    .forEach(error -> lines.add(connector + ": " + error.title() + ": " + error.code()));
        }
        return String.join("\n", lines);
    }

    /** How many identities there are. */
    int identities() {
        return store.metaverse().all(0, 1000).size();
    }

    /** Lets go of the systems. */
    void leave() {
        systems.values().forEach(Place::leave);
    }

    /** A clock that stands still until it is moved. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-05T08:00:00Z");

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
