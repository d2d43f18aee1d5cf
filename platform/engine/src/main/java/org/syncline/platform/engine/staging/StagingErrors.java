package org.syncline.platform.engine.staging;

import java.time.Clock;
import java.util.Locale;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.page.IsolatingWriter;
import org.syncline.platform.engine.run.ObjectError;
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

    ObjectError contradicted(ConnectorSpaceObject object, String contradicted) {
        return new ObjectError(
                ObjectError.Origin.STAGING,
                connector,
                object.id(),
                object.title(),
                "exported-change-not-reimported",
                "The system accepted " + contradicted
                        + " but reports something else. Check whether another program changes it, or whether the system rewrites it.",
                null,
                clock.instant(),
                1);
    }

    ObjectError storeRefused(IsolatingWriter.Refused refused) {
        ConnectorSpaceObject object = refused.change().after() == null
                ? refused.change().before()
                : refused.change().after();
        return discovery(object.id(), object.title(), "store-refused", refused.reason().getMessage());
    }

    private ObjectError discovery(long object, String title, String code, String message) {
        return new ObjectError(
                ObjectError.Origin.DISCOVERY, connector, object, title, code, message, null, clock.instant(), 1);
    }
}
