package org.syncline.connectors.ldap.delta;

import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.schema.identity.Anchor;

/** Which entry a log of changes means. */
@FunctionalInterface
public interface Identity {

    /** The anchor it has as an object of this type, if it is one; null if it can be none. */
    Anchor in(LdapObjectType type);

    /** Of an entry whose every object type has this attribute as anchor. */
    static Identity of(String value) {
        Anchor anchor = new Anchor(value);
        return type -> anchor;
    }
}
