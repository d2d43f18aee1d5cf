package org.syncline.platform.engine.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.Operator;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

/**
 * Watches every deletion that is sent: none may concern a person whom a synchronization knew of less than the grace period
 * ago, and never more at once than the guards allow.
 */
final class Watch implements Operator.Witness {
    private final Company company;
    private final Map<String, Instant> lastKnown = new HashMap<>();
    private final Map<String, Set<String>> read = new HashMap<>();
    private final Set<String> synchronizedSources = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private StepRequest last;
    private final Map<String, Integer> deletions = new HashMap<>();

    Watch(Company company) {
        this.company = company;
        for (String connector : Landscape.TARGETS) {
            company.landscape().system(connector).faults().dropNext(operation -> {
                see(connector, operation);
                return false;
            });
        }
    }

    List<String> wrong() {
        return wrong;
    }

    /** Every step that ended. */
    List<String> steps() {
        return steps;
    }

    @Override
    public void begins(StepRequest step) {
        last = step;
        deletions.clear();
    }

    @Override
    public void ended(StepReport report) {
        steps.add(Words.of(report));
        String connector = report.request().connector();
        boolean imports = isImport(report.request().step().kind());
        if (!report.result().isCompleted()) {
            noteBreak(report, imports);
        } else if (Landscape.SOURCES.contains(connector)) {
            noteKnown(connector, imports);
        }
    }

    private static boolean isImport(Kind kind) {
        return kind == Kind.FULL_IMPORT || kind == Kind.DELTA_IMPORT;
    }

    private void noteBreak(StepReport report, boolean imports) {
        if (report.result() == StepResult.STOPPED_CONNECTIVITY) {
            company.tally().count(imports ? Happening.IMPORT_BROKEN_OFF : Happening.EXPORT_BROKEN_OFF);
        } else if (report.result() == StepResult.STOPPED_ERROR_LIMIT) {
            company.tally().count(Happening.ERROR_LIMIT_EXCEEDED);
        }
    }

    private void noteKnown(String source, boolean imports) {
        if (imports) {
            read.put(source, people(source));
            synchronizedSources.remove(source);
        } else {
            synchronizedSources.add(source);
            Instant now = company.landscape().clock().instant();
            read.getOrDefault(source, Set.of()).forEach(number -> lastKnown.put(number, now));
        }
    }

    private Set<String> people(String source) {
        Set<String> people = new HashSet<>();
        for (MemoryObject row : company.landscape().objects(source)) {
            boolean isPerson = row.attributes().type().has("number");
            if (isPerson && !(source.equals("hr") && Employee.EXTERNAL.equals(Oracle.text(row, "status")))) {
                people.add(Oracle.text(row, "number"));
            }
        }
        return people;
    }

    /** What a process was doing that died. */
    Happening death() {
        return switch (last.step().kind()) {
            case FULL_IMPORT, DELTA_IMPORT -> Happening.DEATH_IN_IMPORT;
            case FULL_SYNC, DELTA_SYNC -> Happening.DEATH_IN_SYNCHRONIZATION;
            case EXPORT -> Happening.DEATH_IN_EXPORT;
        };
    }

    private void see(String connector, ExportOperation operation) {
        if (operation instanceof ExportOperation.Delete delete) {
            int ofType = deletions.merge(delete.objectType(), 1, Integer::sum);
            if (company.landscape().policy().guarded() && ofType > Policy.DELETES) {
                wrong.add("More deletions at once than the guard of " + connector + " allows: " + delete);
            }
            if (delete.objectType().equals("account") && !company.hands().touched(delete.anchor())) {
                company.directory().find("account", delete.anchor()).ifPresent(this::checkGrace);
            }
        }
    }

    /** Whether somebody made a second account: when its owner returns, one of the two goes. */
    private boolean hasAnother(String number) {
        return company.directory().objects("account").stream()
                .filter(account -> number.equals(Oracle.text(account, "employeeNumber")))
                .count() > 1;
    }

    private void checkGrace(MemoryObject account) {
        String number = Oracle.text(account, "employeeNumber");
        Instant known = lastKnown.get(number);
        if (known == null || hasAnother(number)) {
            return;
        }
        Instant earliest = known.plus(Duration.ofDays(company.landscape().setting().graceDays()));
        boolean early = company.landscape().clock().instant().isBefore(earliest);
        boolean isKnown =
                synchronizedSources.stream().anyMatch(source -> read.getOrDefault(source, Set.of()).contains(number));
        if (early || isKnown) {
            wrong.add("The account of " + number + " was deleted at " + company.landscape().clock().instant()
                    + " though the person was known of at " + known);
        }
    }
}
