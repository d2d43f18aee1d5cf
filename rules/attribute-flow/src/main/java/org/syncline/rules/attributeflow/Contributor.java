package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * An object linked to an identity, with the flows from it.
 *
 * @param object whose {@code known} image contributes; an object without one contributes nothing
 * @param flows between its type and the identity's, in order
 */
public record Contributor(ConnectorSpaceObject object, List<AttributeFlows> flows) {
    public Contributor {
        flows = List.copyOf(flows);
    }
}
