package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.ChangeLogEntry;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.DistinguishedName;

/**
 * What the records of a change log, in their order, have touched. They name entries as these were called then; renames are followed.
 * Only a deletion must say which entry it was, since nobody can be asked any more.
 */
final class LoggedChanges {
    static final String NUMBER = ChangeLogEntry.ATTR_CHANGE_NUMBER;
    static final String[] REQUESTED = {"*", ChangeLogEntry.ATTR_DELETED_ENTRY_ATTRS, LoggedChanges.UNIQUE_ID};

    private static final String UNIQUE_ID = "targetUniqueId";
    private static final Filter ANY = Filter.createPresenceFilter("objectClass");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DirectoryContent content;
    private final String[] anchors;
    private final Map<String, String> changed = new LinkedHashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final List<Identity> gone = new ArrayList<>();

    LoggedChanges(DirectoryContent content) {
        this.content = content;
        this.anchors = content.types().stream()
                .flatMap(type -> Stream.of(type.anchor().requested()))
                .distinct()
                .toArray(String[]::new);
    }

    void add(Entry entry) throws LDAPException {
        ChangeLogEntry record = new ChangeLogEntry(entry);
        String dn = record.getTargetDN();
        switch (record.getChangeType()) {
            case ADD, MODIFY -> {
                if (concerns(dn)) {
                    put(changed, dn);
                }
            }
            case MODIFY_DN -> {
                if (concerns(dn) || concerns(record.getNewDN())) {
                    rename(dn, record.getNewDN());
                }
            }
            case DELETE -> {
                if (concerns(dn)) {
                    delete(record);
                }
            }
        }
    }

    /** Whether a name is one of those to be read, or was before it was renamed. */
    private boolean concerns(String dn) {
        return content.scope().bases().stream().anyMatch(base -> DistinguishedName.isWithin(dn, base))
                || renamed.values().stream().anyMatch(above -> DistinguishedName.isWithin(dn, above));
    }

    private static void put(Map<String, String> names, String dn) {
        names.put(DistinguishedName.normalize(dn), dn);
    }

    private void rename(String from, String to) {
        for (Map<String, String> names : List.of(changed, renamed)) {
            List<String> below =
                    names.values().stream().filter(dn -> DistinguishedName.isWithin(dn, from)).toList();
            for (String dn : below) {
                names.remove(DistinguishedName.normalize(dn));
                put(names, DistinguishedName.moved(dn, from, to));
            }
        }
        put(renamed, to);
    }

    private void delete(ChangeLogEntry record) {
        String name = DistinguishedName.normalize(record.getTargetDN());
        changed.remove(name);
        renamed.remove(name);
        Entry deleted = identity(record);
        if (deleted.getAttributes().isEmpty()) {
            throw Watermarks.fullImportRequired("The change log says that '" + record.getTargetDN()
                    + "' was deleted, but not which entry it was. Let it record that (389 Directory Server:"
                    + " attribute nsuniqueid:targetUniqueId of the Retro Changelog)", null);
        }
        gone.add(type -> type.anchor().read(deleted));
    }

    /** What the record tells of the deleted entry. The unique id is an {@code entryUUID}, or in another form an {@code nsUniqueId}. */
    private static Entry identity(ChangeLogEntry record) {
        Entry deleted = new Entry(record.getTargetDN());
        if (record.getDeletedEntryAttributes() != null) {
            record.getDeletedEntryAttributes().forEach(deleted::addAttribute);
        }
        String unique = record.getAttributeValue(UNIQUE_ID);
        if (unique != null) {
            deleted.setAttribute(UUID.matcher(unique).matches() ? Demands.ENTRY_UUID : "nsUniqueId", unique);
        }
        return deleted;
    }

    Touched touched(Watermark end) throws LDAPException {
        List<Identity> entries = new ArrayList<>(gone);
        for (String dn : changed.values()) {
            for (Entry entry : at(dn)) {
                entries.add(type -> type.anchor().read(entry));
            }
        }
        for (String dn : renamed.values()) {
            if (!content.scope().selects(dn) && at(dn).isEmpty()) {
                throw Watermarks.fullImportRequired("An entry was moved to '" + dn
                        + "', which is not read and where the account that reads cannot see which it is", null);
            }
        }
        return new Touched(entries, List.copyOf(renamed.values()), end);
    }

    private List<SearchResultEntry> at(String dn) throws LDAPException {
        try {
            return content.directory().search(new SearchRequest(dn, SearchScope.BASE, ANY, anchors));
        } catch (LDAPException failure) {
            if (Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.INSUFFICIENT_ACCESS_RIGHTS)
                    .contains(failure.getResultCode())) {
                return List.of();
            }
            throw failure;
        }
    }
}
