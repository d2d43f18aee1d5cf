package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Makes the errors of synchronization. */
final class Errors {
    private Errors() {}

    static ObjectError of(ConnectorSpaceObject object, String code, String message, String rule, RuleLocation location,
            Instant now) {
        return of(object.connector(), object.id(), object.title(), code, message, rule, location, now);
    }

    static ObjectError of(
            String connector,
            long object,
            String title,
            String code,
            String message,
            String rule,
            RuleLocation location,
            Instant now) {
        String place = location == null ? rule : rule + " (" + location + ")";
        return new ObjectError(
                ObjectError.Origin.SYNCHRONIZATION, connector, object, title, code, message, place, now, 1);
    }
}
