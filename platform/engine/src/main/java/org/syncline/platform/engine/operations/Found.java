package org.syncline.platform.engine.operations;

import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** What a person named: an object of a connector or an identity. */
public sealed interface Found {

    record StagedObject(ConnectorSpaceObject object) implements Found {}

    record Identity(MetaverseObject identity) implements Found {}
}
