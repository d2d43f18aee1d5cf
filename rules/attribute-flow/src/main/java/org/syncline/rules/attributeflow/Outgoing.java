package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/**
 * An identity whose values flow to one of its accounts.
 *
 * @param identity after the import flows
 * @param before the identity before them; what flowed from it and does not any more is what we brought
 * @param accounts all objects linked to the identity
 * @param account the one the values flow to
 * @param dn the name the account will have: another than it has now where it is renamed; null where the system has no names
 */
public record Outgoing(
        MetaverseObject identity,
        MetaverseObject before,
        List<ConnectorSpaceObject> accounts,
        ConnectorSpaceObject account,
        String dn) {
    public Outgoing {
        accounts = List.copyOf(accounts);
    }

    /** What the account holds, or is to be created with; null for an account whose deletion was accepted. */
    Attributes base() {
        Attributes exported = account.hologram().exported();
        return exported != null ? exported : account.draft();
    }

    /** Whether the account is still to be created. */
    boolean isAdd() {
        return account.hologram().exported() == null;
    }
}
