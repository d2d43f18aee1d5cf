package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;

/** Entries that are looked for by what identifies them, some at once. */
final class LookedUp implements ChangeSource {
    private static final int AT_ONCE = 100;

    private final List<Identity> entries;
    private int position;

    LookedUp(List<Identity> entries) {
        this.entries = entries;
    }

    @Override
    public boolean read(EntriesNow now, Told told) throws LDAPException {
        if (position == entries.size()) {
            return false;
        }
        int end = Math.min(position + AT_ONCE, entries.size());
        now.read(entries.subList(position, end), told);
        position = end;
        return true;
    }

    @Override
    public void close() {}
}
