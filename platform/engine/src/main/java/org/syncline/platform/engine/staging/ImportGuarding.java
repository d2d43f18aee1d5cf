package org.syncline.platform.engine.staging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.connection.Selection;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.schema.identity.Partition;

/** What holds a connector after an import, what a person approved of it, and what an administrator reads of both. */
final class ImportGuarding {
    private static final String ERRORS = "rows or objects with errors";

    private final ImportScope scope;
    private final ConnectorDefinition connector;
    private final Store store;
    private final String folder;
    private final ImportHold before;
    private ImportHold hold;
    private Selection read;

    /** @param folder the configuration folder, as commands name it */
    ImportGuarding(ImportScope scope, Store store, String folder) {
        this.scope = scope;
        this.connector = scope.connector();
        this.store = store;
        this.folder = folder;
        this.before = store.watermarks().holdOf(connector.name());
        this.hold = before;
    }

    /** What was approved until now. */
    ImportHold hold() {
        return hold;
    }

    /** Everything that is staged now waits until a person asks for its synchronization. */
    void stagedOnly() {
        hold = hold.stagedOnly();
    }

    /** Whether errors of single rows hold the connector too; what it says then, else null. */
    Verdict ofErrors(long errors) {
        boolean holds = errors > 0 && connector.guards().importGuard().holdsOnErrors();
        boolean approved = errors <= hold.approved(ERRORS, 0);
        return holds && !approved
                ? new Verdict(errors + " rows or objects could not be read (on-error=\"hold\").",
                        Map.of(ERRORS, errors),
                        true)
                : new Verdict(null, Map.of(), holds);
    }

    void passed(Predicate<String> approvals) {
        hold = hold.passed(approvals);
    }

    /** The words of approvals that are about errors of single rows. */
    static boolean isAboutErrors(String words) {
        return words.equals(ERRORS);
    }

    /** The connector is held for what a guard says; the result is what an administrator reads. */
    String held(ImportState state, Verdict breach) {
        hold = hold.breached(breach.measured());
        String reason = breach.reason()
                + " Nothing of this import is synchronized until a full import ends well and no guard"
                + " minds. Check whether the source is right. If it is, approve this import once:\n  syncline approve-import "
                + folder + " --connector " + connector.name();
        keep(state.holdBecause(reason));
        return reason;
    }

    /** Writes what the import leaves behind; nothing where nothing changed. */
    void keep(ImportState state) {
        store.inTransaction(() -> {
            store.watermarks().keep(connector.name(), scope.partition(), state);
            if (read != null) {
                keep(scope.partition(), read);
            }
            if (!hold.equals(before)) {
                store.watermarks().keep(connector.name(), hold);
            }
        });
    }

    private void keep(String partition, Selection selected) {
        if (!selected.parts().equals(store.watermarks().selection(connector.name(), partition))) {
            store.watermarks().keepSelection(connector.name(), partition, selected.parts());
        }
    }

    /** Everything was read, and with all of a connector every partition of it. */
    void readAll(Selection selection, Instant now) {
        read = selection.within(scope.partition());
        for (Partition partition : scope.isPart() ? List.<Partition>of() : connector.partitions().all()) {
            ImportState part = store.watermarks().of(connector.name(), partition.name());
            store.watermarks().keep(connector.name(), partition.name(), part.readWithAll(now));
            keep(partition.name(), selection.within(partition.name()));
        }
    }

    boolean hasNews() {
        return !hold.equals(before);
    }
}
