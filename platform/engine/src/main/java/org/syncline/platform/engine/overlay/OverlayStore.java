package org.syncline.platform.engine.overlay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.Retyping;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks;

/**
 * A store over another one. Whatever is written is kept above, in a store of its own; what is read comes from above where something was
 * written, and else from below, where nothing is ever written. So steps run as they would run below, and each page sees those before it.
 *
 * <p>In memory is a bit for each object that is above, and one for each that has other keys there; the others are found by those below. The history of steps begins empty, what is open of it (errors, references that
 * lead nowhere, what is in flight or was refused) is that of below; nothing is exported here. Of large sets of references, those of changed objects are copied.
 */
public final class OverlayStore implements Store {
    /** New numbers come beyond all that are below, so that what is new comes last here as there. */
    static final long FIRST_NEW = 1L << 62;

    /** The greatest number that anything below can have. */
    public static final long LAST_BELOW = FIRST_NEW - 1;

    private final Store below;
    private final Store above;
    private final Undo undo = new Undo();
    private final OverlayConnectorSpace connectorSpace;
    private final OverlayMetaverse metaverse;
    private final OverlayWatermarks watermarks;
    private final GuardHistory guardHistory;
    private boolean isRunning;

    /**
     * An overlay on which nothing was written yet.
     *
     * @param above an empty store; closed with the overlay
     * @param types as the rules that run here have them
     * @param connectors of which something may stand below
     */
    public OverlayStore(Store below, Store above, TypeSource types, Collection<String> connectors) {
        this.below = below;
        this.above = above;
        Retyping retyping = new Retyping(types);
        this.metaverse = new OverlayMetaverse(this, below, above, retyping, undo);
        this.connectorSpace = new OverlayConnectorSpace(this, below, above, retyping, undo, metaverse);
        this.watermarks = new OverlayWatermarks(below.watermarks(), above.watermarks(), undo);
        this.guardHistory = new ReadGuardHistory(below.guardHistory());
        above.inTransaction(() -> connectors.forEach(connector -> copyOpen(connector, retyping)));
    }

    private void copyOpen(String connector, Retyping retyping) {
        RunHistory history = below.runHistory();
        above.runHistory().raise(history.errors(connector));
        Map<Long, List<PendingReference>> references = history.pendingReferences(connector).stream()
                .collect(Collectors.groupingBy(PendingReference::owner));
        above.runHistory().replaceReferences(
                references.keySet(), references.values().stream().flatMap(List::stream).toList());
        above.exportHistory().keepRefusals(below.exportHistory().refusals(connector));
        above.exportHistory().keepContradictions(below.exportHistory().contradictions(connector));
        List<RunHistory.SentImage> sent = history.inFlight(connector).values().stream()
                .map(image -> retyping.current(connector, image))
                .toList();
        if (!sent.isEmpty()) {
            above.runHistory().markInFlight(connector, sent);
        }
    }

    /** Whether a number was given here, to something that is not below. */
    public static boolean isNew(long number) {
        return number >= FIRST_NEW;
    }

    /** A page of the objects below that were written; ascending from beyond {@code after}. */
    public List<Long> writtenObjects(long after, int limit) {
        return connectorSpace.written(after, limit);
    }

    /** A page of the identities below that were written; ascending from beyond {@code after}. */
    public List<Long> writtenIdentities(long after, int limit) {
        return metaverse.written(after, limit);
    }

    @Override
    public ConnectorSpace connectorSpace() {
        return connectorSpace;
    }

    @Override
    public Metaverse metaverse() {
        return metaverse;
    }

    @Override
    public RunHistory runHistory() {
        return above.runHistory();
    }

    @Override
    public Watermarks watermarks() {
        return watermarks;
    }

    @Override
    public GuardHistory guardHistory() {
        return guardHistory;
    }

    @Override
    public ExportHistory exportHistory() {
        return above.exportHistory();
    }

    @Override
    public RulesetVersions rulesetVersions() {
        return above.rulesetVersions();
    }

    @Override
    public void inTransaction(Runnable work) {
        if (isRunning) {
            work.run();
            return;
        }
        isRunning = true;
        try {
            above.inTransaction(work);
            undo.forget();
        } finally {
            undo.run();
            isRunning = false;
        }
    }

    /** Nothing written here is to outlive anything. */
    @Override
    public void makeDurable() {
        // What is above is gone with the overlay.
    }

    /** What was done above; what was read below, that store counts. */
    @Override
    public StoreStatistics statistics() {
        return above.statistics();
    }

    @Override
    public void close() {
        above.close();
    }
}
