package org.syncline.platform.engine.synchronization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Drafts that were decided before and not sent yet. While one waits, somebody else may get its name or one of its unique values; then
 * it goes, and is decided anew.
 */
final class WaitingDrafts {
    private final Synchronization synchronization;
    private final Page page;
    private final Map<ContentHash, ConnectorSpaceObject> byKey = new HashMap<>();

    WaitingDrafts(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void dropThoseThatAreTaken() {
        for (MetaverseObject identity : page.affected()) {
            page.accounts(identity.id()).stream()
                    .filter(ConnectorSpaceObject::isDraft)
                    .forEach(draft -> index(draft, identity));
        }
        if (!byKey.isEmpty()) {
            synchronization.store().connectorSpace().findNames(byKey.keySet()).forEach(this::dropIfTaken);
        }
    }

    private void index(ConnectorSpaceObject draft, MetaverseObject identity) {
        Attributes wanted = draft.draft();
        if (wanted.dn() != null) {
            byKey.put(Keys.dn(draft.connector(), wanted.dn()), draft);
        }
        synchronization.rules().provisioning(draft, identity).stream()
                .flatMap(rules -> rules.provisions().stream())
                .flatMap(provision -> provision.uniques().stream())
                .map(ProvisioningRules.Unique::to)
                .filter(attribute -> wanted.type().has(attribute))
                .map(attribute -> key(draft, attribute, wanted.text(attribute)))
                .filter(Objects::nonNull)
                .forEach(key -> byKey.put(key, draft));
    }

    private static ContentHash key(ConnectorSpaceObject draft, String attribute, String value) {
        return value == null ? null : Keys.value(draft.connector(), attribute, value);
    }

    private void dropIfTaken(ContentHash key, List<AccountName> holders) {
        ConnectorSpaceObject draft = byKey.get(key);
        boolean isTaken = holders.stream().anyMatch(holder -> holder.id() != draft.id()
                && holder.identity() != draft.link().identity()
                && holder.anchor() != null
                && !holder.gone());
        if (isTaken && page.object(draft.id()) != null) {
            page.remove(draft);
        }
    }
}
