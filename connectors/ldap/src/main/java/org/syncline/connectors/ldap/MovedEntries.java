package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Set;
import org.syncline.connectors.ldap.entry.LdapLookup;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.schema.identity.Anchor;

/** Follows entries that are called otherwise than when they were imported: one above them was renamed, or somebody moved them. */
record MovedEntries(LdapLookup lookup) {
    private static final Set<ResultCode> NOT_THERE = Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.ASSERTION_FAILED);

    /** The operation on the entry as it is called now; null where it is not called otherwise, or nobody can tell. */
    ExportOperation moved(ExportOperation operation, LdapObjectType type, ResultCode failure) throws LDAPException {
        return !NOT_THERE.contains(failure)
                ? null
                : switch (operation) {
                    case ExportOperation.Add add -> null;
                    case ExportOperation.Update update -> moved(update, nameNow(type, update.anchor(), update.dn()));
                    case ExportOperation.Delete delete -> moved(delete, nameNow(type, delete.anchor(), delete.dn()));
                };
    }

    private static ExportOperation moved(ExportOperation.Update update, String dn) {
        return dn == null
                ? null
                : new ExportOperation.Update(
                        update.objectType(), update.anchor(), dn, update.changes(), update.before());
    }

    private static ExportOperation moved(ExportOperation.Delete delete, String dn) {
        return dn == null ? null : new ExportOperation.Delete(delete.objectType(), delete.anchor(), dn);
    }

    private String nameNow(LdapObjectType type, Anchor anchor, String before) throws LDAPException {
        if (anchor == null || type.anchor().containsDn()) {
            return null;
        }
        Entry entry = lookup.find(type, anchor, before);
        return entry == null || new DN(entry.getDN()).equals(new DN(before)) ? null : entry.getDN();
    }
}
