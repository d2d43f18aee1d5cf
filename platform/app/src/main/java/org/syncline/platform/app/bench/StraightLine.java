package org.syncline.platform.app.bench;

import java.io.IOException;
import java.util.function.Consumer;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.app.company.Company;

/** Takes a company along the straight line, once with everything new, once with nothing new, once with a little. */
final class StraightLine {
    private final Company company;
    private final Stage stage;
    private final Floor floor;
    private final long objects;

    private StraightLine(Company company, Stage stage, Floor floor) {
        this.company = company;
        this.stage = stage;
        this.floor = floor;
        this.objects = company.people() + company.departments();
    }

    static void play(Company company, Target target, Consumer<Phase> phases) throws IOException {
        try (Stage stage = Stage.open(company, target, phases)) {
            StraightLine line = new StraightLine(company, stage, stage.floor());
            line.load();
            line.repeat();
            stage.write(company.later());
            stage.measure("delta-cycle", company.people() / 100, stage::runCycle);
        }
    }

    private void load() {
        stage.measure("start", 0, () -> stage.run("directory", Kind.FULL_IMPORT));
        stage.measureBesideFloor("full-import", objects, floor.read(), () -> stage.run("hr", Kind.FULL_IMPORT));
        stage.measure("synchronization", objects, () -> stage.run("hr", Kind.FULL_SYNC));
        stage.measureBesideFloor("export", objects, floor.write(), () -> stage.run("directory", Kind.EXPORT));
        stage.measureBesideFloor("confirming-import", objects, floor.readBack(), () -> {
            stage.run("directory", Kind.FULL_IMPORT);
            stage.run("directory", Kind.FULL_SYNC);
        });
    }

    private void repeat() {
        stage.measureBesideFloor("no-change-import", objects, floor.read(), () -> stage.run("hr", Kind.FULL_IMPORT));
        stage.measureBesideFloor("no-change-cycle", 2 * objects, floor.read() + floor.readBack(), stage::runCycle);
    }
}
