package org.syncline.platform.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.syncline.dsl.reload.RulesetWatcher;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.workspace.Reload;

/** Files are saved in a folder of many systems: alone, and while everybody is synchronized over and over. */
final class SavedRules {
    private static final int PEOPLE_OF_A_SYSTEM = 500;
    private static final int FEWEST_SYSTEMS = 2;
    private static final int MOST_SYSTEMS = 20;
    private static final int XML_FILES_OF_A_SYSTEM = 13;
    private static final int XML_FILES_BESIDE = 10;
    private static final int ROUNDS = 5;
    private static final int TURNS = 9;
    private static final int SHORTEST_TURN = 100;
    private static final int LONGEST_TURN = 5_000;

    private final Stage stage;
    private final ManySystems systems;
    private final long objects;
    private final Duration turn;
    private final BlockingQueue<Reload> told;
    private int saves;

    private SavedRules(Stage stage, ManySystems systems, long objects, BlockingQueue<Reload> told) {
        this.stage = stage;
        this.systems = systems;
        this.objects = objects;
        this.turn = Duration.ofMillis(Math.clamp(objects / 2, SHORTEST_TURN, LONGEST_TURN));
        this.told = told;
    }

    /** With 20 systems for 10,000 people and more, and with fewer for fewer. */
    static void play(Company company, Target target, Consumer<Phase> phases)
            throws IOException, InterruptedException {
        int count = Math.clamp(company.people() / PEOPLE_OF_A_SYSTEM, FEWEST_SYSTEMS, MOST_SYSTEMS);
        long objects = company.people() + company.departments();
        try (Stage stage = Stage.open(company, target, phases)) {
            ManySystems systems = stage.addSystems(count, XML_FILES_BESIDE + count * XML_FILES_OF_A_SYSTEM);
            stage.measureReading("read-all");
            stage.fill(objects);
            BlockingQueue<Reload> told = new LinkedBlockingQueue<>();
            try (RulesetWatcher watcher = stage.watchRules(told::add)) {
                new SavedRules(stage, systems, objects, told).play();
            }
        }
    }

    private void play() throws InterruptedException {
        stage.measureCounting("first-save", () -> awaited(() -> systems.writeFlows(0, word())));
        for (int round = 1; round <= ROUNDS; round++) {
            stage.measureCounting("save-xml-" + round, () -> awaited(() -> systems.writeFlows(1, word())));
            stage.measureCounting("save-drools-" + round, () -> awaited(() -> systems.writeDrools(1, word())));
            stage.measureCounting("save-script-" + round, () -> awaited(() -> systems.writeScript(0, word())));
            stage.measureCounting("save-for-all-" + round, () -> awaited(() -> systems.rename(word())));
        }
        measureSlowdown();
    }

    /** Something is written. */
    private interface Save {
        void write() throws IOException;
    }

    private String word() {
        return "word" + ++saves;
    }

    /** Saves, and awaits that the rules are current; how many files had to be parsed or compiled for it. */
    private long awaited(Save save) {
        try {
            save.write();
            return switch (told.take()) {
                case Reload.Taken taken -> taken.renewed().size();
                case Reload other -> throw new IllegalStateException(other.toString());
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** How much was synchronized, and what that took. */
    private record Synchronized(long objects, Measurement took) {
        static final Synchronized NOTHING = new Synchronized(0, new Measurement(0, 0, 0));

        Synchronized and(Synchronized more) {
            return new Synchronized(objects + more.objects, new Measurement(
                    took.seconds() + more.took.seconds(), took.cpuSeconds() + more.took.cpuSeconds(),
                    Math.max(took.peakHeapMb(), more.took.peakHeapMb())));
        }

        /** How long so many objects take at this pace. */
        double secondsFor(long others) {
            return took.seconds() * others / objects;
        }
    }

    /** Everybody is synchronized over and over, in turns alone and while a file is saved. */
    private void measureSlowdown() throws InterruptedException {
        List<Save> files = List.of(
                () -> systems.writeFlows(1, word()),
                () -> systems.writeDrools(1, word()),
                () -> systems.writeScript(0, word()));
        Synchronized alone = Synchronized.NOTHING;
        Synchronized beside = Synchronized.NOTHING;
        for (int turn = 0; turn < TURNS; turn++) {
            alone = alone.and(synchronizeForATurn());
            Save file = files.get(turn % files.size());
            Thread saving = Thread.ofPlatform().daemon().name("saves").start(() -> awaited(file));
            beside = beside.and(synchronizeForATurn());
            saving.join();
        }
        stage.tell("sync-alone", alone.objects(), alone.took(), null);
        stage.tell("sync-saves", beside.objects(), beside.took(), alone.secondsFor(beside.objects()));
    }

    private Synchronized synchronizeForATurn() {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + turn.toNanos();
        Measurement took = Measurement.of(() -> {
            do {
                stage.run("hr", Kind.FULL_SYNC);
                done.addAndGet(objects);
            } while (System.nanoTime() < end);
        });
        return new Synchronized(done.get(), took);
    }
}
