package org.syncline.platform.app.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.app.company.Company;

/** What is measured. */
public enum Scenario {
    /** Everything new, nothing new, and a little. */
    STRAIGHT_LINE {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            StraightLine.play(plan.company(), plan.target(), phases);
        }
    },

    /** Everything evaluated again, and nothing to change. */
    NO_CHANGE {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            try (Stage stage = Stage.open(plan.company(), plan.target(), phases)) {
                stage.fill(plan.objects());
                for (int round = 1; round <= 3; round++) {
                    stage.measure("source-" + round, plan.objects(), () -> stage.run("hr", Kind.FULL_SYNC));
                    stage.measure("target-" + round, plan.objects(), () -> stage.run("directory", Kind.FULL_SYNC));
                }
            }
        }
    },

    /** Some people leave. */
    LEAVERS {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            try (Stage stage = Stage.open(plan.company(), plan.target(), phases)) {
                stage.fill(plan.objects());
                stage.write(plan.company().after(plan.changes()));
                followSource(stage, plan.company().people(), plan.changes());
            }
        }
    },

    /** A rule for one attribute of everybody is written otherwise. */
    RULE_CHANGE {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            try (Stage stage = Stage.open(plan.company(), plan.target(), phases)) {
                stage.fill(plan.objects());
                stage.changeRule("rules/attribute-flow/flow-people.xml", "Trim([Title])",
                        "\"Title: \" &amp; Trim([Title])");
                stage.measure("evaluate", plan.objects(), () -> stage.run("hr", Kind.FULL_SYNC));
                send(stage, plan.company().people());
            }
        }
    },

    /** What changes of a rule would do, beside full synchronizations of the same: 60 flows for each person. */
    WHAT_IF {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            String file = "rules/attribute-flow/flow-people.xml";
            try (Stage stage = Stage.open(plan.company(), plan.target(), phases)) {
                stage.addFlows(MORE_FLOWS);
                stage.fill(plan.objects());
                for (int round = 1; round <= 2; round++) {
                    stage.measure("full-sync-" + round, plan.objects(), () -> stage.run("hr", Kind.FULL_SYNC));
                    stage.measureWhatIf("what-if-few-" + round, plan.objects(), file, "Trim([Title])",
                            "IIF(Right([EmployeeId], 2) = \"07\", \"Title: \", \"\") &amp; Trim([Title])");
                    stage.measureWhatIf("what-if-all-" + round, plan.objects(), file, "Trim([Title])",
                            "\"Title: \" &amp; Trim([Title])");
                }
            }
        }
    },

    /** Files are saved in a folder of many systems: alone, and while everybody is synchronized over and over. */
    RELOAD {
        @Override
        public void play(Plan plan, Consumer<Phase> phases)
                throws IOException, InterruptedException {
            SavedRules.play(plan.company(), plan.target(), phases);
        }
    },

    /** Everybody is in one department, and somebody comes. */
    LARGE_GROUP {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            Company undivided = plan.company().undivided();
            try (Stage stage = Stage.open(undivided, plan.target(), phases)) {
                stage.fill(undivided.people() + 1L);
                stage.write(undivided.afterAnArrival());
                followSource(stage, undivided.people(), 1);
            }
        }
    },

    /** As many wide rows as people, of which nothing changes, in a file and in a table. */
    WIDE_ROWS {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            WideRows.play(plan, phases);
        }
    },

    /** A directory server: everybody, a hundred changes and one member of a group, of a tenth of the people and of all. */
    DIRECTORY {
        @Override
        public void play(Plan plan, Consumer<Phase> phases) throws IOException {
            DirectoryLine.play(plan, phases);
        }

        @Override
        public boolean needsServer() {
            return true;
        }
    };

    /** Beside the 15 of employees and the 13 of accounts that all scenarios have. */
    private static final int MORE_FLOWS = 32;

    /** What a user calls it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says nothing of the embedded directory. */
    public boolean needsServer() {
        return false;
    }

    /** Sets it up, measures it, and leaves nothing behind. */
    public abstract void play(Plan plan, Consumer<Phase> phases)
            throws IOException, InterruptedException;

    private static void followSource(Stage stage, long people, long changes) {
        stage.measure("import", people, () -> stage.run("hr", Kind.FULL_IMPORT));
        stage.measure("synchronization", changes, () -> stage.run("hr", Kind.DELTA_SYNC));
        send(stage, changes);
    }

    private static void send(Stage stage, long changes) {
        long values = stage.pendingValues();
        stage.measureSending("export", changes, values, null, () -> stage.run("directory", Kind.EXPORT));
        stage.measure("confirmation", changes, stage::confirm);
    }
}
