package org.syncline.dsl.extension;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;

/**
 * What programs may name.
 *
 * @param classes that {@code syncline.xml} allows beside the usual ones
 * @param connectors by name
 * @param metaverse types by name
 * @param pairings what rule files say of objects and identities
 */
public record ProgramNames(
        Set<String> classes, Map<String, ConnectorDefinition> connectors, Map<String, MetaverseType> metaverse,
        Set<Pairing> pairings) {

    /** A rule file is about these objects and those identities. */
    public record Pairing(String connector, String objectType, String metaverseType) {}

    public ProgramNames {
        classes = Set.copyOf(classes);
        pairings = Set.copyOf(pairings);
    }

    /** The types of the identities that objects of a type belong to by the rule files. */
    public Set<String> metaverseTypes(String connector, String objectType) {
        return pairings.stream()
                .filter(pairing -> pairing.connector().equals(connector) && pairing.objectType().equals(objectType))
                .map(Pairing::metaverseType)
                .collect(Collectors.toSet());
    }
}
