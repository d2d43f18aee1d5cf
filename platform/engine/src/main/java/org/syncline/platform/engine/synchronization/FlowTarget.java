package org.syncline.platform.engine.synchronization;

import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** An account that values flow to; the decision is null where provisioning rules say nothing of it. */
record FlowTarget(MetaverseObject identity, ConnectorSpaceObject account, AccountDecision decision) {}
