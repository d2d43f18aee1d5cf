package org.syncline.dsl.extension;

import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;

/**
 * What programs may name.
 *
 * @param classes that {@code syncline.xml} allows beside the usual ones
 * @param connectors by name
 * @param metaverse types by name
 */
public record ProgramNames(
        Set<String> classes, Map<String, ConnectorDefinition> connectors, Map<String, MetaverseType> metaverse) {
    public ProgramNames {
        classes = Set.copyOf(classes);
    }
}
