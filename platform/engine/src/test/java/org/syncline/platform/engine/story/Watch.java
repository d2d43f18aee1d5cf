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
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;

/**
 * Watches every deletion that is sent: none may concern a person whom a synchronization knew as employed less than the grace period
 * ago, and never more at once than the guards allow.
 */
final class Watch implements Landscape.Witness {
    private final Company company;
    private final Map<String, Instant> knownEmployed = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Set<String> read = new HashSet<>();
    private boolean isReadSynchronized;
    private int deletions;

    Watch(Company company) {
        this.company = company;
        for (String connector : List.of("directory", "gate")) {
            company.landscape().system(connector).faults().dropNext(operation -> {
                see(connector, operation);
                return false;
            });
        }
    }

    List<String> wrong() {
        return wrong;
    }

    @Override
    public void begins(StepRequest step) {
        deletions = 0;
    }

    @Override
    public void ended(StepReport report) {
        if (report.request().connector().equals("hr") && report.result().isCompleted()) {
            if (isImport(report.request().step().kind())) {
                read = employed();
                isReadSynchronized = false;
            } else {
                isReadSynchronized = true;
                Instant now = company.landscape().clock().instant();
                read.forEach(number -> knownEmployed.put(number, now));
            }
        }
    }

    private static boolean isImport(Kind kind) {
        return kind == Kind.FULL_IMPORT || kind == Kind.DELTA_IMPORT;
    }

    private Set<String> employed() {
        Set<String> employed = new HashSet<>();
        for (MemoryObject row : company.landscape().hr().objects("employee")) {
            if (!Employee.EXTERNAL.equals(Oracle.text(row, "status"))) {
                employed.add(Oracle.text(row, "number"));
            }
        }
        return employed;
    }

    private void see(String connector, ExportOperation operation) {
        if (operation instanceof ExportOperation.Delete delete) {
            deletions++;
            if (company.landscape().policy().guarded() && deletions > Policy.DELETES) {
                wrong.add("More deletions at once than the guard of " + connector + " allows: " + delete);
            }
            if (delete.objectType().equals("account") && !company.wasTouched(delete.anchor())) {
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
        Instant known = knownEmployed.get(number);
        if (known == null || hasAnother(number)) {
            return;
        }
        Instant earliest = known.plus(Duration.ofDays(company.landscape().setting().graceDays()));
        boolean early = company.landscape().clock().instant().isBefore(earliest);
        if (early || isReadSynchronized && read.contains(number)) {
            wrong.add("The account of " + number + " was deleted at " + company.landscape().clock().instant()
                    + " though the person was known as employed at " + known);
        }
    }
}
