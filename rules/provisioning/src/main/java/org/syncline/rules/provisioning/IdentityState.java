package org.syncline.rules.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Present;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/**
 * What provisioning sees of an identity.
 *
 * @param accounts all objects linked to it
 * @param changed names of the attributes that changed in this pass
 */
public record IdentityState(
        MetaverseObject identity, List<ConnectorSpaceObject> accounts, Set<String> changed, Present present,
        Answers answers) {
    public IdentityState {
        accounts = List.copyOf(accounts);
        changed = Set.copyOf(changed);
    }

    public Instant now() {
        return present.now();
    }

    /** The same as if every attribute had changed in this pass. */
    IdentityState withAllChanged() {
        Set<String> all =
                identity.type().attributes().stream().map(AttributeDefinition::name).collect(Collectors.toSet());
        return new IdentityState(identity, accounts, all, present, answers);
    }

    /** Whether somebody cut it off from its sources by hand: then nothing becomes of its accounts until it has one again. */
    boolean isHeldByHand() {
        return IdentityEnd.isHeldByHand(accounts);
    }
}
