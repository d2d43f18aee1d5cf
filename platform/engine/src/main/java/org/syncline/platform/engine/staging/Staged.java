package org.syncline.platform.engine.staging;

import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * What staging a page amounts to; written by the step.
 *
 * @param settled objects that were under way, of which the system has told what became of them
 * @param arrived of those, the objects of which something turned out to have arrived, as they were sent
 * @param wake identities to evaluate again, because of what was staged of others
 */
record Staged(List<ConnectorSpaceChange> changes, List<ObjectError> errors, Counters counters, Set<Long> settled,
        List<ConnectorSpaceObject> arrived, Set<Long> wake) {}
