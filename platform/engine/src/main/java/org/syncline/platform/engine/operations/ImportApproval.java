package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.Watermarks.ImportState;

/** Lets a person release what was imported and is held, once: never the guard itself. */
public final class ImportApproval {
    private final Store store;
    private final Clock clock;

    public ImportApproval(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was released.
     *
     * @param reason why it was held
     * @param measured what guards had measured, by words; they accept as much until an import passes them by itself
     * @param awaitsFullImport whether what is missing is deleted by the next full import only
     */
    public record Released(String reason, Map<String, Long> measured, boolean awaitsFullImport) {}

    /** Releases the imports of a connector; empty if nothing of it is held. */
    public Optional<Released> approve(ConnectorDefinition connector, String who) {
        ImportState state = store.watermarks().of(connector);
        ImportHold hold = store.watermarks().holdOf(connector.name());
        if (!state.isHeld() && !hold.stageOnly()) {
            return Optional.empty();
        }
        ImportHold approved = hold.approve(who, clock.instant());
        store.inTransaction(() -> {
            release(connector.name(), null);
            connector.partitions().all().forEach(partition -> release(connector.name(), partition.name()));
            store.watermarks().keep(connector.name(), approved);
        });
        store.makeDurable();
        String reason = state.isHeld() ? state.held() : "It was staged only (stage-only).";
        return Optional.of(new Released(reason, hold.measured(), approved.awaitsFullImport()));
    }

    /** @param partition null for what concerns all of the connector */
    private void release(String connector, String partition) {
        ImportState state = store.watermarks().of(connector, partition);
        if (state.isHeld() || state.midway()) {
            store.watermarks().keep(connector, partition, state.released());
        }
    }
}
