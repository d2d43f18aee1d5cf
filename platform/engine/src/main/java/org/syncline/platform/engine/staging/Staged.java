package org.syncline.platform.engine.staging;

import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.page.NewNames;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;

/**
 * What staging a page amounts to; written by the step.
 *
 * @param settled objects that were under way, of which the system has told what became of them
 * @param names of what was renamed, by the system or by what turned out to have arrived
 * @param wake identities to evaluate again, because of what was staged of others
 */
record Staged(List<ConnectorSpaceChange> changes, List<ObjectError> errors, Counters counters, Set<Long> settled,
        NewNames names, Set<Long> wake) {}
