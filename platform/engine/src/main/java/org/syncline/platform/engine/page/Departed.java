package org.syncline.platform.engine.page;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.run.ObjectError;

/** Objects that leave the connector space: nothing can be wrong with them any more, and they wait for nothing. */
public final class Departed {
    private static final Set<ObjectError.Origin> OF_OBJECTS = Set.of(
            ObjectError.Origin.STAGING, ObjectError.Origin.SYNCHRONIZATION, ObjectError.Origin.EXPORT);

    private Departed() {}

    /** Closes the errors of those that go, and lists their references no longer; costs nothing where none goes. */
    public static void note(Collection<ConnectorSpaceChange> changes, RunHistory history) {
        List<Long> gone = changes.stream()
                .filter(change -> change.after() == null)
                .map(ConnectorSpaceChange::id)
                .toList();
        if (!gone.isEmpty()) {
            history.clear(OF_OBJECTS, gone);
            history.replaceReferences(gone, List.of());
        }
    }
}
