package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.platform.engine.run.ObjectError;

/**
 * What is to be written of a page.
 *
 * @param mended the errors that it mends
 * @param owners whose references that lead nowhere are listed anew
 * @param references these references
 * @param evaluated the identities that are taken from the list of evaluations
 * @param asked the identities that are put there
 * @param objectWakes when the clock asks for its objects
 * @param identityWakes when the clock asks for its identities
 * @param latecomers objects of other connectors, by connector, that are to be evaluated at once
 */
record PageChanges(
        List<ConnectorSpaceChange> objects,
        List<MetaverseChange> identities,
        Mended mended,
        List<ObjectError> errors,
        Set<Long> owners,
        List<PendingReference> references,
        Set<Long> evaluated,
        Set<Long> asked,
        List<WakeTime> objectWakes,
        List<WakeTime> identityWakes,
        Map<String, List<WakeTime>> latecomers) {

    boolean isNothing() {
        return objects.isEmpty()
                && identities.isEmpty()
                && mended.isEmpty()
                && errors.isEmpty()
                && owners.isEmpty()
                && evaluated.isEmpty()
                && asked.isEmpty()
                && objectWakes.isEmpty()
                && identityWakes.isEmpty();
    }

    /**
     * Writes it, all or nothing. Nothing to write costs no statement.
     *
     * @param connector whose objects the page is about
     */
    void write(String connector, Synchronization synchronization) {
        if (!isNothing()) {
            Store store = synchronization.store();
            store.inTransaction(() -> {
                writeState(store);
                write(store.runHistory());
                write(store.metaverse());
                write(connector, store.connectorSpace());
            });
            synchronization.replacePendingReferences(owners, references);
        }
    }

    /** Lets the next page of a preview see what became of this one. */
    void show(Synchronization synchronization) {
        writeState(synchronization.store());
        synchronization.replacePendingReferences(owners, references);
    }

    private void writeState(Store store) {
        if (!identities.isEmpty()) {
            store.metaverse().write(identities);
        }
        if (!objects.isEmpty()) {
            store.connectorSpace().write(objects);
        }
    }

    private void write(RunHistory history) {
        if (!owners.isEmpty()) {
            history.replaceReferences(owners, references);
        }
        mended.clear(history);
        Departed.note(objects, history);
        if (!errors.isEmpty()) {
            history.raise(errors);
        }
    }

    private void write(Metaverse metaverse) {
        if (!evaluated.isEmpty()) {
            metaverse.unmark(evaluated);
        }
        if (!asked.isEmpty()) {
            metaverse.markForEvaluation(asked);
        }
        if (!identityWakes.isEmpty()) {
            metaverse.wakeAt(identityWakes);
        }
    }

    private void write(String connector, ConnectorSpace space) {
        if (!objectWakes.isEmpty()) {
            space.wakeAt(connector, objectWakes);
        }
        latecomers.forEach(space::wakeAt);
    }
}
