package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.rules.attributeflow.Wanted;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * The references that an account owes, and whether it can be created without them.
 *
 * @param waiting attributes that must have a value and have none, only because it is owed
 */
record RequiredReferences(ConnectorSpaceObject account, List<Wanted.Owed> owed, Set<String> waiting) {

    static RequiredReferences of(ConnectorSpaceObject account, Wanted wanted, RuleIndex rules) {
        List<ConnectedAttribute> attributes =
                rules.objectType(account).map(ConnectedObjectType::attributes).orElse(List.of());
        Set<String> waiting = wanted.owed().stream()
                .map(Wanted.Owed::attribute)
                .filter(owed -> account.isDraft() && lacks(wanted, owed))
                .filter(owed -> wanted.empty() != null || isRequired(attributes, owed))
                .collect(Collectors.toSet());
        return new RequiredReferences(account, wanted.owed(), waiting);
    }

    private static boolean lacks(Wanted wanted, String attribute) {
        return !wanted.attributes().get(attribute).isPresent();
    }

    private static boolean isRequired(List<ConnectedAttribute> attributes, String name) {
        return attributes.stream().anyMatch(attribute -> attribute.required() && attribute.name().equals(name));
    }

    boolean areOwed() {
        return !waiting.isEmpty();
    }

    /** As they are listed for the administrator. */
    List<PendingReference> listed() {
        return owed.stream()
                .map(reference -> PendingReference.owed(
                        account.connector(),
                        account.id(),
                        reference.attribute(),
                        reference.identity(),
                        waiting.contains(reference.attribute())))
                .toList();
    }
}
