package org.syncline.platform.engine.synchronization;

import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.synchronization.RuleIndex.IncomingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.ReferenceValue;

/** Leads references of connected systems to identities, by what the page knows of their targets. */
record IncomingTargets(RuleIndex rules, Names names) {

    /**
     * Where a reference leads.
     *
     * @param identity null if it leads to none
     * @param reason why it does not
     */
    record Target(ReferenceValue identity, String reason) {}

    /** The attribute of which an object has a reference; null if no such attribute flows into the metaverse. */
    String holding(ConnectorSpaceObject owner, ReferenceValue reference) {
        return rules.incomingReferences(owner).stream()
                .filter(incoming -> owner.hologram().known().get(incoming.index()).contains(reference))
                .map(incoming -> incoming.attribute().name())
                .findFirst()
                .orElse(null);
    }

    Target of(ConnectorSpaceObject owner, String attribute, ReferenceValue reference) {
        String reason = "unresolved: not staged";
        for (IncomingReference incoming : rules.incomingReferences(owner)) {
            if (!incoming.attribute().name().equals(attribute)) {
                continue;
            }
            for (AccountName target : names.found(owner, incoming.attribute(), reference)) {
                Link link = names.currentLink(target);
                if (link.isJoined()) {
                    return new Target(ReferenceValue.toIdentity(link.identity()), null);
                }
                if (!names.isGone(target)) {
                    reason = link.state() == LinkState.FILTERED ? "unresolved: filtered" : "unresolved: not joined";
                }
            }
        }
        return new Target(null, reason);
    }
}
