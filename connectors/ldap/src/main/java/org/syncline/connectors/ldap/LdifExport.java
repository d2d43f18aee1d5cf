package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldif.LDIFChangeRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;

/** Writes a page of changes as a file of LDIF change records. */
final class LdifExport {
    private final ChangeFolder folder;
    private final Map<String, LdapObjectType> types;
    private final List<LDIFChangeRecord> records = new ArrayList<>();

    /** @param types by name */
    LdifExport(ChangeFolder folder, Map<String, LdapObjectType> types) {
        this.folder = folder;
        this.types = types;
    }

    /** The records stand in the order in which they can be carried out. */
    List<ExportResult> export(List<ExportOperation> operations) throws IOException {
        ExportResult[] results = new ExportResult[operations.size()];
        for (List<Integer> level : DependencyLevels.of(operations)) {
            for (int position : level) {
                results[position] = record(operations.get(position));
            }
        }
        if (!records.isEmpty()) {
            folder.write(records);
        }
        return Arrays.asList(results);
    }

    private ExportResult record(ExportOperation operation) {
        LdapObjectType type = types.get(operation.objectType());
        if (type == null) {
            return new ExportResult.Rejected(ExportResult.Code.NOT_SUPPORTED,
                    "The connector has no object type '" + operation.objectType() + "'", null, null);
        }
        try {
            return switch (operation) {
                case ExportOperation.Add add -> add(add, type);
                case ExportOperation.Update update -> update(update, type);
                case ExportOperation.Delete delete -> delete(delete);
            };
        } catch (LDAPException invalid) {
            return LdapErrors.rejected(operation, type, invalid);
        }
    }

    private ExportResult add(ExportOperation.Add add, LdapObjectType type) throws LDAPException {
        AddRequest request = new EntryWriter(type).add(add.attributes());
        records.add(request.toLDIFChangeRecord());
        return new ExportResult.Accepted(type.anchor().read(request.toEntry()), add.dn());
    }

    /** Values first, then the name, as they are sent to a directory. */
    private ExportResult update(ExportOperation.Update update, LdapObjectType type) throws LDAPException {
        String newName = DependencyLevels.newName(update).findFirst().orElse(update.dn());
        boolean keepsName = new DN(newName).equals(new DN(update.dn()));
        Renaming renaming = keepsName ? null : Renaming.between(update.dn(), newName);
        List<Modification> modifications = new EntryWriter(type).modifications(update.changes(), renaming);
        if (!modifications.isEmpty()) {
            records.add(new ModifyRequest(update.dn(), modifications).toLDIFChangeRecord());
        }
        if (renaming != null) {
            boolean keepsOldValues = LdapExport.keepsOldValues(renaming, update, type);
            records.add(renaming.request(keepsOldValues).toLDIFChangeRecord());
        }
        Anchor anchor = renaming != null && type.anchor().containsDn() ? null : update.anchor();
        return new ExportResult.Accepted(anchor, newName);
    }

    private ExportResult delete(ExportOperation.Delete delete) throws LDAPException {
        records.add(new DeleteRequest(new DN(delete.dn())).toLDIFChangeRecord());
        return new ExportResult.Accepted(delete.anchor(), delete.dn());
    }
}
