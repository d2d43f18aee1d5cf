package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.page.NewNames;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.ExportHistory.Refusal;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** What is to be written of the answers to one page. */
final class PageAnswers {
    private final NewNames names;
    private final List<ConnectorSpaceChange> changes = new ArrayList<>();
    private final List<ConnectorSpaceObject> sent = new ArrayList<>();
    private final List<Long> settled = new ArrayList<>();
    private final Set<Long> underWay = new HashSet<>();
    private final List<ObjectError> errors = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Long> awake = new HashSet<>();

    PageAnswers(NewNames names) {
        this.names = names;
    }

    /** The names that the system accepted. */
    NewNames names() {
        return names;
    }

    List<ConnectorSpaceChange> changes() {
        return changes;
    }

    /** Objects of which something was done, as they were when it was sent. */
    List<ConnectorSpaceObject> sent() {
        return sent;
    }

    /** Objects of which everything was done. */
    List<Long> settled() {
        return settled;
    }

    /** Objects of which nobody knows yet whether what was sent was done. */
    Set<Long> underWay() {
        return underWay;
    }

    List<ObjectError> errors() {
        return errors;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Identities to be evaluated again. */
    Set<Long> awake() {
        return awake;
    }
}
