package org.syncline.platform.engine.export;

import java.time.Instant;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;

/** What an accepted export makes of its object. */
final class Acceptance {

    /** A refusal that means the wish is fulfilled already counts as accepted. */
    ExportResult tolerate(ConnectorSpaceObject sent, ExportResult result) {
        boolean goneAlready = sent.hologram().pendingExport().kind() == Delta.Kind.DELETE
                && result instanceof ExportResult.Rejected rejected
                && rejected.code() == ExportResult.Code.NO_SUCH_OBJECT;
        return goneAlready ? new ExportResult.Accepted(sent.anchor(), sent.dn()) : result;
    }

    /**
     * The object after its export.
     *
     * @param before as it is now
     * @param sent as it was when its export was sent
     * @param now when the system accepted it
     */
    ConnectorSpaceObject accept(ConnectorSpaceObject before, ConnectorSpaceObject sent,
            ExportResult.Accepted accepted, Instant now) {
        Delta pending = sent.hologram().pendingExport();
        Hologram hologram = withoutSecrets(before.hologram()).accept(Operations.remembered(pending));
        ConnectorSpaceObject after = before.with(hologram).reported(ContentHash.UNKNOWN);
        ConnectorSpaceObject anchored = accepted.anchor() == null ? after : after.with(accepted.anchor());
        return pending.kind() == Delta.Kind.ADD
                ? anchored.withDraft(null).with(anchored.presence().withAddAccepted(now))
                : anchored;
    }

    /** Secrets are sent once: what is still wanted no longer asks for them. */
    private static Hologram withoutSecrets(Hologram hologram) {
        return new Hologram(
                hologram.type(),
                hologram.known(),
                hologram.pendingImport(),
                hologram.unconfirmedExport(),
                Operations.remembered(hologram.pendingExport()));
    }
}
