package org.syncline.platform.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    private static final int ROUNDS_BESIDE = 3;
    private static final int SYNCHRONIZATIONS = 8;
    private static final long MILLISECONDS_BETWEEN_SAVES = 5_000;

    private final Stage stage;
    private final ManySystems systems;
    private final long objects;
    private final BlockingQueue<Reload> told;
    private int saves;

    private SavedRules(Stage stage, ManySystems systems, long objects, BlockingQueue<Reload> told) {
        this.stage = stage;
        this.systems = systems;
        this.objects = objects;
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
        for (int round = 1; round <= ROUNDS_BESIDE; round++) {
            Measurement alone = stage.measure("sync-alone-" + round, objects * SYNCHRONIZATIONS, this::synchronize);
            synchronizeBesideSaves("sync-saves-" + round, alone.seconds());
        }
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

    private void synchronize() {
        for (int time = 0; time < SYNCHRONIZATIONS; time++) {
            stage.run("hr", Kind.FULL_SYNC);
        }
    }

    /** A file is saved at the beginning, and another one a while after what was saved before is current. */
    private void synchronizeBesideSaves(String name, double secondsAlone) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread saving = Thread.ofPlatform().daemon().name("saves").start(() -> saveUntil(ended));
        stage.measureBesideFloor(name, objects * SYNCHRONIZATIONS, secondsAlone, this::synchronize);
        ended.countDown();
        saving.join();
    }

    private void saveUntil(CountDownLatch ended) {
        List<Save> files = List.of(
                () -> systems.writeFlows(1, word()),
                () -> systems.writeDrools(1, word()),
                () -> systems.writeScript(0, word()));
        try {
            int next = 0;
            do {
                awaited(files.get(next++ % files.size()));
            } while (!ended.await(MILLISECONDS_BETWEEN_SAVES, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
