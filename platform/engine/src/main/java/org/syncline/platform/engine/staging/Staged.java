package org.syncline.platform.engine.staging;

import java.util.List;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;

/** What staging a page amounts to; written by the step. */
record Staged(List<ConnectorSpaceChange> changes, List<ObjectError> errors, Counters counters) {}
