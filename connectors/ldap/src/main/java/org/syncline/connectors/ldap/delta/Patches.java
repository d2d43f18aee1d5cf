package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;

/** Entries of which only single values changed; that they are there and of which type is looked up, some at once. */
final class Patches implements ChangeSource {
    private static final int AT_ONCE = 100;

    private final List<ChangedValues> all;
    private int position;

    Patches(List<ChangedValues> all) {
        this.all = all;
    }

    @Override
    public boolean read(EntriesNow now, Told told) throws LDAPException {
        if (position == all.size()) {
            return false;
        }
        int end = Math.min(position + AT_ONCE, all.size());
        now.patch(all.subList(position, end), told);
        position = end;
        return true;
    }

    @Override
    public void close() {}
}
