package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.EntryReader;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Delta;

/**
 * Entries as they are now: what is not found, not selected, or not to be read is gone.
 *
 * @param partition that is read alone; what is now in another is not told. Null for all
 */
record EntriesNow(DirectoryContent content, String partition) {

    /** Looks for each of them in each object type. */
    void read(List<Identity> identities, Told told) throws LDAPException {
        for (LdapObjectType type : content.types()) {
            Set<Anchor> missing = identities.stream()
                    .map(identity -> identity.in(type))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!missing.isEmpty()) {
                find(type, missing, told);
            }
            missing.forEach(anchor -> told.isGone(type, anchor));
        }
        told.endTogether();
    }

    /** Takes out of the set what is found. */
    private void find(LdapObjectType type, Set<Anchor> missing, Told told) throws LDAPException {
        EntryReader reader = EntryReader.ofDirectory(type);
        for (Entry entry : entries(type, missing, type.requested())) {
            missing.remove(type.anchor().read(entry));
            tell(type, reader, entry, told);
        }
    }

    private List<Entry> entries(LdapObjectType type, Collection<Anchor> anchors, String... attributes)
            throws LDAPException {
        Filter filter = Filter.createANDFilter(type.filter(), any(type, anchors));
        LdapScope scope = content.scope();
        List<Entry> found = new ArrayList<>();
        for (String root : scope.roots(null)) {
            content.directory().search(new SearchRequest(root, SearchScope.SUB, filter, attributes)).stream()
                    .filter(entry -> scope.selects(entry.getDN(), root, null))
                    .forEach(found::add);
        }
        return found;
    }

    /** Tells what entries gained and lost, as far as they are read. */
    void patch(List<ChangedValues> values, Told told) throws LDAPException {
        for (LdapObjectType type : content.types()) {
            Map<Anchor, ChangedValues> changed = new LinkedHashMap<>();
            values.forEach(change -> changed.put(change.entry().in(type), change));
            changed.remove(null);
            for (Entry entry : entries(type, changed.keySet(), type.anchor().requested())) {
                if (content.scope().selects(entry.getDN()) && !content.scope().isElsewhere(entry.getDN(), partition)) {
                    Anchor anchor = type.anchor().read(entry);
                    told.isChanged(new ImportedChange.Patch(
                            type.type().name(), anchor, changes(type, changed.get(anchor))));
                }
            }
        }
        told.endTogether();
    }

    private static List<Delta.AttributeChange> changes(LdapObjectType type, ChangedValues values) {
        return type.readAttributes().stream()
                .map(attribute -> new Delta.AttributeChange(attribute.index(),
                        attribute.read(values.values(attribute.column(), true)),
                        attribute.read(values.values(attribute.column(), false))))
                .filter(change -> !change.added().isEmpty() || !change.removed().isEmpty())
                .toList();
    }

    private static Filter any(LdapObjectType type, Collection<Anchor> anchors) {
        return Filter.createORFilter(anchors.stream().map(type.anchor()::filter).toList());
    }

    /** What an entry of this type is by now. */
    void tell(LdapObjectType type, EntryReader reader, Entry entry, Told told) throws LDAPException {
        if (content.scope().isElsewhere(entry.getDN(), partition)) {
            return;
        }
        EntryReader.Outcome outcome = content.scope().selects(entry.getDN())
                ? reader.read(entry, entry.getDN())
                : new EntryReader.Outcome.NotWanted();
        switch (outcome) {
            case EntryReader.Outcome.Read(var object) -> told.isThere(object);
            case EntryReader.Outcome.Unreadable(var error) -> told.isUnreadable(error);
            case EntryReader.Outcome.NotWanted() -> {
                Anchor anchor = type.anchor().read(entry);
                if (anchor != null) {
                    told.isGone(type, anchor);
                }
            }
        }
    }
}
