package org.syncline.platform.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.run.StepRunner;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.pipeline.Trigger;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Rules that are saved over and over, well and badly, while cycles run over 5,000 people. */
class StormOfSavesIT {
    private static final int PEOPLE = 5_000;
    private static final int EDITS = 2_000;
    private static final int EDITS_BEFORE_MEASURING = 300;
    private static final long SEED = 20_261_123;

    @TempDir
    private Path temporary;

    private final String suffix = "-" + UUID.randomUUID();
    private final AtomicLong lastNews = new AtomicLong(System.nanoTime());
    private final AtomicInteger quietCycles = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger checkedSteps = new AtomicInteger();
    private final AtomicLong version = new AtomicLong();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, WeakReference<Ruleset>> rulesets = new ConcurrentHashMap<>();
    private final Map<Long, StormFolder.Said> said = new ConcurrentHashMap<>();
    private StormFolder folder;

    @AfterEach
    void forgetTheSystems() {
        MemorySystem.forget("hr" + suffix);
        MemorySystem.forget("directory" + suffix);
    }

    @Test
    void everyStepUsesOneVersionAndTheLastGoodOneWins() throws Exception {
        folder = StormFolder.write(temporary.resolve("storm"), suffix, SEED);
        Map<String, byte[]> lastGood;
        Map<String, String> accounts;
        Map<String, String> identities;
        try (Workspace workspace = open(folder.path())) {
            fillHr(workspace.ruleset());
            Thread following = Thread.ofPlatform().start(() -> workspace.follow(
                    Duration.ofMillis(200), runner -> (request, pages) -> checked(workspace, runner, request, pages),
                    new Listener()));
            awaitQuiet();
            long began = System.nanoTime();
            folder.edit(EDITS_BEFORE_MEASURING);
            awaitQuiet();
            Memory before = Memory.now();
            folder.edit(EDITS - EDITS_BEFORE_MEASURING);
            awaitQuiet();
            Memory after = Memory.now();
            workspace.stop();
            following.join();
            System.out.printf("storm: %d edits in %.1f s, %d versions taken, %d refused, %d synchronizations checked,"
                    + " heap %s, metaspace %s%n", folder.edits(), (System.nanoTime() - began) / 1e9, taken.get(),
                    refused.get(), checkedSteps.get(), before.heap + " -> " + after.heap + " kB",
                    before.metaspace + " -> " + after.metaspace + " kB");
            assertEquals(List.of(), List.copyOf(wrong));
            assertTrue(folder.edits() >= EDITS && taken.get() > 10 && refused.get() > 3 && checkedSteps.get() > 8);
            assertTrue(after.heap - before.heap < 20_000, before + " " + after);
            assertTrue(after.metaspace - before.metaspace < 4_000, before + " " + after);
            // The current version, and the one the folder was opened with.
            assertTrue(rulesets.values().stream().filter(one -> one.get() != null).count() <= 2, "versions in memory");
            lastGood = workspace.store().rulesetVersions().files(version.get());
            accounts = accounts(workspace.ruleset());
            identities = identities(workspace.store().metaverse());
        }
        assertEquals(PEOPLE, accounts.size());
        MemorySystem.forget("directory" + suffix);
        try (Workspace fresh = open(StormFolder.restore(temporary.resolve("fresh"), lastGood))) {
            fresh.run(fresh.engine().cycle(), runner -> runner, report -> assertEquals(
                    StepResult.SUCCESS, report.result(), () -> report.request() + ": " + report.message()));
            assertEquals(accounts(fresh.ruleset()), accounts);
            assertEquals(identities(fresh.store().metaverse()), identities);
        }
    }

    private static Workspace open(Path folder) {
        return Workspace.openToRun(folder, Map.of(), Clock.systemUTC(), SynclineContext.open());
    }

    private void fillHr(Ruleset ruleset) {
        ObjectType type = ruleset.connectors().get("hr").objectType("employee").orElseThrow().type();
        for (int number = 0; number < PEOPLE; number++) {
            MemorySystem.named("hr" + suffix).put(new Anchor("E" + number), Attributes.builder(type)
                    .set("id", List.of(new TextValue("E" + number)))
                    .set("name", List.of(new TextValue("Person " + number)))
                    .set("office", List.of(new TextValue("O" + number % 5)))
                    .build());
        }
    }

    /** Until what was saved last has been told, and two cycles since have found nothing to do. */
    private void awaitQuiet() throws InterruptedException {
        lastNews.set(System.nanoTime());
        quietCycles.set(0);
        await(() -> System.nanoTime() - lastNews.get() > 1_500_000_000L && quietCycles.get() > 2);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "the storm does not settle");
            Thread.sleep(20);
        }
    }

    private Map<String, String> accounts(Ruleset ruleset) {
        assertTrue(ruleset.connectors().containsKey("directory"));
        return MemorySystem.named("directory" + suffix).objects("person").stream()
                .collect(Collectors.toMap(account -> account.attributes().dn(), StormOfSavesIT::values,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String values(MemoryObject account) {
        return List.of("cn", "tagA", "tagB", "city").stream()
                .map(name -> name + "=" + account.attributes().get(name).asList())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> identities(Metaverse metaverse) {
        return all(metaverse).stream().collect(Collectors.toMap(
                identity -> identity.attributes().get("id").asList().toString(),
                identity -> identity.attributes().toString(),
                (one, other) -> one,
                TreeMap::new));
    }

    private static List<MetaverseObject> all(Metaverse metaverse) {
        List<MetaverseObject> all = new ArrayList<>();
        List<Long> page = metaverse.all(0, 1_000);
        while (!page.isEmpty()) {
            all.addAll(metaverse.load(page));
            page = metaverse.all(page.getLast(), 1_000);
        }
        return all;
    }

    /** What is held in memory when nobody uses it any more. */
    private record Memory(long heap, long metaspace) {

        static Memory now() throws InterruptedException {
            for (int time = 0; time < 3; time++) {
                System.gc();
                Thread.sleep(100);
            }
            return new Memory(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10,
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Metaspace"))
                            .map(MemoryPoolMXBean::getUsage)
                            .mapToLong(usage -> usage.getUsed() >> 10)
                            .sum());
        }
    }

    private final class Listener implements FollowListener {
        private boolean quiet;

        @Override
        public void cycleBegins(Instant now, Trigger trigger) {
            quietCycles.set(quiet ? quietCycles.get() + 1 : 0);
            quiet = true;
        }

        @Override
        public void stepEnded(StepReport report) {
            quiet &= report.counters().asMap().keySet().stream().map(Counter::of).noneMatch(Counter::isListed);
            if (report.result() != StepResult.SUCCESS && report.result() != StepResult.STOPPED_USER_TERMINATION) {
                wrong.add(report.request() + " ended with " + report.result() + ": " + report.message()
                        + report.errors());
            }
        }

        @Override
        public void rulesTried(long version, WhatIfReport report) {
            wrong.add("nobody asked for approval");
        }

        @Override
        public void listening(String connector) {
            wrong.add(connector + " tells of no changes");
        }

        @Override
        public void interrupted(String connector, String reason) {
            wrong.add(connector + " tells of no changes, and so none are missed: " + reason);
        }

        @Override
        public void rulesSaved(Reload reload) {
            lastNews.set(System.nanoTime());
            switch (reload) {
                case Reload.Taken news -> {
                    version.set(news.version());
                    taken.incrementAndGet();
                }
                case Reload.Waiting news -> wrong.add("nobody asked for approval");
                case Reload.Refused news -> refused.incrementAndGet();
            }
        }
    }

    /** Looks, after each synchronization, whether all that it changed is what its one version says. */
    private StepReport checked(Workspace workspace, StepRunner runner, StepRequest request, PageLoop pages) {
        Ruleset rules = workspace.ruleset();
        rulesets.computeIfAbsent(
                rules.contentHash() + System.identityHashCode(rules), unused -> new WeakReference<>(rules));
        Instant began = Clock.systemUTC().instant();
        StepReport report = runner.run(request, pages);
        if (request.connector().equals("hr") && request.step().kind().text().endsWith("sync")) {
            long used = workspace.store().runHistory().steps(1).getFirst().rulesetVersion();
            all(workspace.store().metaverse()).forEach(identity -> check(workspace, identity, used, began));
            checkedSteps.incrementAndGet();
        }
        return report;
    }

    private void check(Workspace workspace, MetaverseObject identity, long used, Instant began) {
        for (String attribute : List.of("tagA", "tagB", "tagC", "tagD", "city")) {
            int index = identity.attributes().type().index(attribute);
            for (Lineage origin : identity.lineage().get(index)) {
                String value = identity.attributes().get(attribute).asList().getFirst().text();
                String expected = said(workspace, origin.rulesetVersion()).value(attribute, identity);
                if (!value.equals(expected) || origin.changed().isAfter(began) && origin.rulesetVersion() != used) {
                    wrong.add(attribute + " is " + value + " by version " + origin.rulesetVersion()
                            + ", which says " + expected + "; the step used " + used);
                }
            }
        }
    }

    private StormFolder.Said said(Workspace workspace, long number) {
        return said.computeIfAbsent(number, unused -> StormFolder.Said.of(
                workspace.store().rulesetVersions().files(number)));
    }
}
