package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The {@code entryUUID} (RFC 4530) an embedded directory gives its entries; they keep it as long as they live. */
final class EntryIdentity {
    static final String ATTRIBUTE = "entryUUID";

    private EntryIdentity() {}

    /** Gives an entry an identity if it has none; whether it got one. */
    static boolean complete(Entry entry) {
        if (entry.hasAttribute(ATTRIBUTE)) {
            return false;
        }
        entry.addAttribute(ATTRIBUTE, UUID.randomUUID().toString());
        return true;
    }

    /** The same request with an identity. */
    static AddRequest complete(AddRequest add) {
        if (add.hasAttribute(ATTRIBUTE)) {
            return add;
        }
        AddRequest complete = add.duplicate();
        complete.addAttribute(ATTRIBUTE, UUID.randomUUID().toString());
        return complete;
    }

    /** The identity of a base that was made up, which is the same each time. */
    static UUID of(DN base) {
        return UUID.nameUUIDFromBytes(base.toNormalizedString().getBytes(StandardCharsets.UTF_8));
    }
}
