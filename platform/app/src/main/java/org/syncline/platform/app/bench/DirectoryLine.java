package org.syncline.platform.app.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.syncline.connectors.ldap.bench.BareDirectory;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.app.company.Company;

/**
 * A directory server under load: everybody is exported and read, a hundred entries are changed behind our back, and somebody leaves who
 * is in a group of everybody. It is played with a tenth of the people, in processes that are cold, and then with all, as often as wanted.
 */
final class DirectoryLine {
    private static final int CHANGED = 100;
    private static final String DIRECTORY = "directory";

    private final Company company;
    private final Target target;
    private final Stage stage;
    private final Floor floor;
    private final DirectoryLine fewer;
    private double deltaImport;
    private double deltaSynchronization;
    private double deltaExport;

    /** @param fewer the same with fewer people, after which a delta should take no longer; null if this is the first */
    private DirectoryLine(Company company, Target target, Stage stage, Floor floor, DirectoryLine fewer) {
        this.company = company;
        this.target = target;
        this.stage = stage;
        this.floor = floor;
        this.fewer = fewer;
    }

    static void play(Plan plan, Consumer<Phase> phases) throws IOException {
        try (FloorProcess floors = FloorProcess.start(plan.target())) {
            Company tenth = Company.of(Math.max(2, plan.company().people() / 10));
            DirectoryLine fewer = play(tenth.undivided(), plan.target(), floors, null, phases);
            for (int round = 1; round <= plan.rounds(); round++) {
                play(plan.company().undivided(), plan.target(), floors, fewer, phases);
            }
        }
    }

    private static DirectoryLine play(Company company, Target target, FloorProcess floors, DirectoryLine fewer,
            Consumer<Phase> phases)
            throws IOException {
        try (Stage stage = Stage.open(company, target, phases)) {
            stage.changeRule("connectors/directory.xml", "<setting name=\"base\"",
                    "<setting name=\"delta\" value=\"syncrepl\"/><setting name=\"base\"");
            DirectoryLine line = new DirectoryLine(company, target, stage, stage.floor(floors), fewer);
            line.fill();
            line.follow();
            line.leave();
            stage.forget();
            line.measure("first-import", line.floor.readBack(), () -> stage.run(DIRECTORY, Kind.FULL_IMPORT));
            return line;
        }
    }

    private void fill() {
        stage.run(DIRECTORY, Kind.FULL_IMPORT);
        stage.run("hr", Kind.FULL_IMPORT);
        stage.run("hr", Kind.FULL_SYNC);
        measure("export", floor.write(), () -> stage.run(DIRECTORY, Kind.EXPORT));
        measure("confirming-import", floor.readBack(), () -> stage.run(DIRECTORY, Kind.FULL_IMPORT));
        stage.run(DIRECTORY, Kind.DELTA_SYNC);
        measure("unchanged-import", floor.readBack(), () -> stage.run(DIRECTORY, Kind.FULL_IMPORT));
    }

    private void measure(String name, double floorSeconds, Runnable work) {
        stage.measureBesideFloor(name(name), company.people() + 1L, floorSeconds, work);
    }

    private String name(String phase) {
        return phase + "-" + company.people();
    }

    /** Somebody changes entries, and we put them right. */
    private void follow() {
        long changed = changeEntries();
        deltaImport = stage.measureBesideFloor(name("delta-import"), changed,
                fewer == null ? null : fewer.deltaImport, () -> stage.run(DIRECTORY, Kind.DELTA_IMPORT));
        deltaSynchronization = stage.measureBesideFloor(name("delta-sync"), changed,
                fewer == null ? null : fewer.deltaSynchronization, () -> stage.run(DIRECTORY, Kind.DELTA_SYNC));
        deltaExport = stage.measureBesideFloor(name("delta-export"), changed,
                fewer == null ? null : fewer.deltaExport, () -> stage.run(DIRECTORY, Kind.EXPORT));
        confirm();
    }

    private long changeEntries() {
        try (BareDirectory directory = target.open()) {
            List<String> names = directory.names("ou=People," + target.base(), CHANGED);
            directory.replace(names.iterator(), "title", "Nobody knows");
            return names.size();
        }
    }

    private void confirm() {
        stage.run(DIRECTORY, Kind.DELTA_IMPORT);
        stage.run(DIRECTORY, Kind.DELTA_SYNC);
    }

    private void leave() throws IOException {
        stage.write(company.after(1));
        stage.run("hr", Kind.FULL_IMPORT);
        stage.run("hr", Kind.DELTA_SYNC);
        stage.measureSending(name("member-export"), 2, stage.pendingValues(), floor.removeMember(),
                () -> stage.run(DIRECTORY, Kind.EXPORT));
        stage.measureBesideFloor(name("member-import"), 2, floor.readGroup(),
                () -> stage.run(DIRECTORY, Kind.DELTA_IMPORT));
    }
}
