package org.syncline.platform.engine.staging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.page.IsolatingWriter;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Makes the errors of imports of one connector. */
record StagingErrors(String connector, Clock clock) {

    ObjectError discovered(DiscoveryError error) {
        String code = error.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return discovery(0, error.place(), code, error.message());
    }

    ObjectError seenTwice(ImportedChange change, long id) {
        return discovery(
                id,
                change.anchor().text(),
                "duplicate-anchor",
                "The system reported two objects of type '" + change.objectType() + "' with the anchor '"
                        + change.anchor()
                        + "'. The first one was taken. Choose an anchor that is unique.");
    }

    ObjectError needsFullObject(ImportedChange change) {
        return discovery(
                0,
                change.anchor().text(),
                "need-full-object",
                "The system reported a change of an object that is not staged, and cannot be asked for the whole object."
                        + " Run a full import.");
    }

    ObjectError undeleted(ConnectorSpaceObject object) {
        return notReimported(object, "the deletion", "");
    }

    /** @param holdAfter how often a value must be contradicted until it is held */
    ObjectError contradicted(ConnectorSpaceObject object, List<Contradiction> contradictions, int holdAfter) {
        String held = contradictions.stream()
                .filter(one -> one.times() >= holdAfter)
                .map(one -> " It did so " + one.times() + " times since " + one.firstSeen().truncatedTo(
                        ChronoUnit.SECONDS) + ": " + one.attribute()
                        + " is held, and sent again only when the wanted value or the reported one changes, or when"
                        + " somebody asks for it with 'syncline retry'.")
                .collect(Collectors.joining());
        return notReimported(
                object,
                "a change of "
                        + contradictions.stream().map(Contradiction::attribute).collect(Collectors.joining(", ")),
                held);
    }

    private ObjectError notReimported(ConnectorSpaceObject object, String accepted, String held) {
        return new ObjectError(
                ObjectError.Origin.STAGING,
                Concern.ofObject(connector, object.id(), object.title()),
                "exported-change-not-reimported",
                "The system accepted " + accepted
                        + " but reports something else. Check whether another program changes it, or whether the system rewrites it."
                        + held,
                null,
                clock.instant());
    }

    ObjectError storeRefused(IsolatingWriter.Refused refused) {
        ConnectorSpaceObject object = refused.change().after() == null
                ? refused.change().before()
                : refused.change().after();
        return discovery(object.id(), object.title(), "store-refused", refused.reason().getMessage());
    }

    private ObjectError discovery(long object, String title, String code, String message) {
        return new ObjectError(
                ObjectError.Origin.DISCOVERY, Concern.ofObject(connector, object, title), code, message, null,
                clock.instant());
    }
}
