package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.ReferenceValue;

/**
 * Withdraws references to accounts that are deleted or going to be: also where a flow keeps what it finds when its source has
 * nothing, for a deleted account is nothing to keep.
 */
final class Withdrawals {

    /** A reference that an account keeps although none flows to it. */
    private record Retained(long account, String attribute, ContentHash target) {}

    private final Synchronization synchronization;
    private final Page page;
    private final List<Retained> retained = new ArrayList<>();

    Withdrawals(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void consider(long account, List<String> attributes) {
        for (String attribute : attributes) {
            ConnectorSpaceObject owner = page.object(account);
            Attributes wanted = owner.hologram().wanted();
            if (wanted != null && wanted.get(attribute) instanceof ReferenceValue reference
                    && reference.form() != ReferenceValue.Form.IDENTITY) {
                retained.add(new Retained(account, attribute, key(owner, attribute, reference)));
            }
        }
    }

    private ContentHash key(ConnectorSpaceObject owner, String attribute, ReferenceValue reference) {
        ConnectedAttribute definition = synchronization.rules()
                .objectType(owner)
                .flatMap(type -> type.attribute(attribute))
                .orElseThrow();
        String to = definition.referenceTo() == null ? owner.type().name() : definition.referenceTo();
        return Keys.reference(owner.connector(), to, definition.referenceBy(), reference);
    }

    /** Looks up the targets of all that is retained in the page, at once. */
    void carryOut() {
        if (retained.isEmpty()) {
            return;
        }
        Set<ContentHash> keys = new HashSet<>();
        retained.forEach(reference -> keys.add(reference.target()));
        Map<ContentHash, List<AccountName>> found = synchronization.store().connectorSpace().findNames(keys);
        for (Retained reference : retained) {
            List<AccountName> holders = found.getOrDefault(reference.target(), List.of());
            if (!holders.isEmpty() && holders.stream().allMatch(this::isGoing)) {
                withdraw(reference);
            }
        }
    }

    private boolean isGoing(AccountName holder) {
        ConnectorSpaceObject held = page.object(holder.id());
        return held == null
                ? holder.gone() || page.holds(holder.id())
                : !held.isDraft() && held.hologram().wanted() == null;
    }

    private void withdraw(Retained reference) {
        ConnectorSpaceObject owner = page.object(reference.account());
        Attributes wanted = owner.hologram().wanted().with(reference.attribute(), Absence.NULL);
        page.put(owner.with(owner.hologram().want(wanted)));
    }
}
