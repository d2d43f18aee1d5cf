package org.syncline.platform.engine.staging;

import java.util.Optional;
import java.util.function.Supplier;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/** Asks a system for single objects while an import reads it: over a connection of its own, opened when it is first needed. */
public final class SingleReads implements AutoCloseable {
    private final boolean possible;
    private final Supplier<Connector> open;
    private Connector connector;

    /** @param possible whether the system can read one object */
    public SingleReads(boolean possible, Supplier<Connector> open) {
        this.possible = possible;
        this.open = open;
    }

    boolean arePossible() {
        return possible;
    }

    /** The object as it is now; empty if it does not exist. */
    Optional<ImportedChange.Whole> read(String objectType, Anchor anchor, String dn) {
        if (connector == null) {
            connector = open.get();
        }
        return connector.readOne(objectType, anchor, dn);
    }

    @Override
    public void close() {
        if (connector != null) {
            connector.close();
        }
    }
}
