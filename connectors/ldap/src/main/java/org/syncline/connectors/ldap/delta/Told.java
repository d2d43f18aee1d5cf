package org.syncline.connectors.ldap.delta;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;

/** What has been found out and is not yet in a page. Of what was read together, deletions come first: an object may have changed its type. */
final class Told {
    private final Deque<ImportedChange> ordered = new ArrayDeque<>();
    private final List<ImportedChange> present = new ArrayList<>();
    private final List<DiscoveryError> errors = new ArrayList<>();

    void isThere(ImportedChange.Whole object) {
        present.add(object);
    }

    void isChanged(ImportedChange.Patch object) {
        present.add(object);
    }

    void isGone(LdapObjectType type, Anchor anchor) {
        ordered.add(new ImportedChange.Deleted(type.type().name(), anchor));
    }

    void isUnreadable(DiscoveryError error) {
        errors.add(error);
    }

    /** What follows was read apart. */
    void endTogether() {
        ordered.addAll(present);
        present.clear();
    }

    int size() {
        return ordered.size() + errors.size();
    }

    /** As much as a page takes. */
    ImportPage page(int pageSize, Optional<Watermark> watermark) {
        List<DiscoveryError> unreadable = errors.subList(0, Math.min(pageSize, errors.size()));
        List<DiscoveryError> first = List.copyOf(unreadable);
        unreadable.clear();
        List<ImportedChange> changes = new ArrayList<>();
        while (changes.size() + first.size() < pageSize && !ordered.isEmpty()) {
            changes.add(ordered.remove());
        }
        return new ImportPage(changes, first, watermark);
    }
}
