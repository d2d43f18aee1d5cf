package org.syncline.platform.engine.memory;

import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks;

/**
 * A store over another one, of which it changes nothing: objects and identities that are written are seen here only, and are gone with
 * it. Histories and watermarks are those of the store below.
 */
public final class Overlay implements Store {
    private final Store below;
    private final ConnectorSpace connectorSpace;
    private final Metaverse metaverse;

    public Overlay(Store below, TypeSource types) {
        this.below = below;
        this.connectorSpace = new OverlayConnectorSpace(below.connectorSpace(), types);
        this.metaverse = new OverlayMetaverse(below.metaverse());
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
        return below.runHistory();
    }

    @Override
    public Watermarks watermarks() {
        return below.watermarks();
    }

    @Override
    public GuardHistory guardHistory() {
        return below.guardHistory();
    }

    @Override
    public ExportHistory exportHistory() {
        return below.exportHistory();
    }

    @Override
    public RulesetVersions rulesetVersions() {
        return below.rulesetVersions();
    }

    @Override
    public void inTransaction(Runnable work) {
        work.run();
    }

    @Override
    public void makeDurable() {
        // There is nothing to keep.
    }

    @Override
    public StoreStatistics statistics() {
        return below.statistics();
    }

    @Override
    public void close() {
        // The store below belongs to somebody else.
    }
}
