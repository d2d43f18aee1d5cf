package org.syncline.platform.engine.export;

import java.time.Instant;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;

/** What an accepted export makes of its object. */
final class Acceptance {
    /** A refusal that means the wish is fulfilled already counts as accepted: the deletion of what is gone. */
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
     * @param now when the system accepted it
     */
    ConnectorSpaceObject accept(ConnectorSpaceObject before, Outcome.Accepted outcome, Instant now) {
        ExportResult.Accepted accepted = outcome.answer();
        Hologram hologram = withoutSecrets(before.hologram(), outcome).accept(Operations.remembered(outcome.sent()));
        ConnectorSpaceObject after = before.with(hologram).reported(ContentHash.UNKNOWN);
        ConnectorSpaceObject anchored = accepted.anchor() == null ? after : after.with(accepted.anchor());
        return outcome.sent().kind() == Delta.Kind.ADD
                ? anchored.withDraft(null).with(anchored.presence().withAddAccepted(now))
                : anchored;
    }

    /** Secrets are sent once: what is still wanted no longer asks for them, unless they were refused. */
    private static Hologram withoutSecrets(Hologram hologram, Outcome.Accepted outcome) {
        Delta wanted = outcome.refused().isEmpty()
                ? Operations.remembered(hologram.pendingExport())
                : hologram.pendingExport().without(change -> Operations.isSecret(change) && wasSent(change, outcome));
        return hologram.sending(wanted);
    }

    private static boolean wasSent(Delta.AttributeChange change, Outcome.Accepted outcome) {
        return outcome.sent().change(change.attribute()) != null;
    }
}
