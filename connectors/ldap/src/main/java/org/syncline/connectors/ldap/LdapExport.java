package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadResponseControl;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.entry.LdapLookup;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;

/** Sends changes to a directory, several at once where they don't depend on each other. */
final class LdapExport {
    private static final Control[] NONE = {};

    private final Directory directory;
    private final LdapLookup lookup;
    private final Lanes lanes;
    private final MissingContainers containers;
    private final boolean postRead;
    private final boolean assertion;

    LdapExport(Directory directory, LdapLookup lookup, Lanes lanes, MissingContainers containers) {
        this.directory = directory;
        this.lookup = lookup;
        this.lanes = lanes;
        this.containers = containers;
        this.postRead = directory.understands(PostReadRequestControl.POST_READ_REQUEST_OID);
        this.assertion = directory.understands(AssertionRequestControl.ASSERTION_REQUEST_OID);
    }

    List<ExportResult> export(List<ExportOperation> operations) {
        ExportResult[] results = new ExportResult[operations.size()];
        AtomicReference<LDAPException> unreachable = new AtomicReference<>();
        directory.mend();
        try {
            for (List<Integer> level : DependencyLevels.of(operations)) {
                lanes.forEach(level, position -> results[position] = send(operations.get(position), unreachable));
            }
        } finally {
            directory.makeDurable();
        }
        return Arrays.asList(results);
    }

    /** A server that cannot be reached is not tried again for every operation. */
    private ExportResult send(ExportOperation operation, AtomicReference<LDAPException> unreachable) {
        LdapObjectType type = lookup.type(operation.objectType());
        if (unreachable.get() != null) {
            return LdapErrors.notSent(unreachable.get());
        }
        try {
            return sendWhereItIs(operation, type);
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.CONNECT_ERROR)) {
                unreachable.set(failure);
                return LdapErrors.notSent(failure);
            }
            return LdapErrors.rejected(operation, type, failure);
        }
    }

    private ExportResult sendWhereItIs(ExportOperation operation, LdapObjectType type) throws LDAPException {
        try {
            return send(operation, type);
        } catch (LDAPException failure) {
            ExportOperation moved = new MovedEntries(lookup).moved(operation, type, failure.getResultCode());
            if (moved == null) {
                throw failure;
            }
            return send(moved, type);
        }
    }

    private ExportResult send(ExportOperation operation, LdapObjectType type) throws LDAPException {
        return switch (operation) {
            case ExportOperation.Add add -> add(add, type);
            case ExportOperation.Update update -> update(update, type);
            case ExportOperation.Delete delete -> delete(delete, type);
        };
    }

    private ExportResult add(ExportOperation.Add add, LdapObjectType type) throws LDAPException {
        AddRequest request = new EntryWriter(type).add(add.attributes());
        if (postRead) {
            request.addControl(new PostReadRequestControl(type.anchor().requested()));
        }
        LDAPResult result = writeBelow(add.dn(), request);
        PostReadResponseControl answer = PostReadResponseControl.get(result);
        Entry created = answer == null ? written(add.dn(), type) : answer.getEntry();
        return created == null
                ? new ExportResult.Accepted(null, add.dn())
                : new ExportResult.Accepted(type.anchor().read(created), created.getDN());
    }

    /** Once more, if containers above the name were missing and could be made. */
    private LDAPResult writeBelow(String name, ReadOnlyLDAPRequest request) throws LDAPException {
        try {
            return directory.write(request);
        } catch (LDAPException refusal) {
            containers.make(name, refusal);
            return directory.write(request);
        }
    }

    /** Values first, then the name: what was refused can then be sent again under the name it was sent to. */
    private ExportResult update(ExportOperation.Update update, LdapObjectType type) throws LDAPException {
        String newName = DependencyLevels.newName(update).findFirst().orElse(null);
        Renaming renaming = newName == null || new DN(newName).equals(new DN(update.dn()))
                ? null
                : Renaming.between(update.dn(), newName);
        List<Modification> modifications = new EntryWriter(type).modifications(update.changes(), renaming);
        if (!modifications.isEmpty()) {
            modify(update, modifications, type);
        }
        if (renaming == null) {
            return new ExportResult.Accepted(update.anchor(), update.dn());
        }
        ModifyDNRequest request = renaming.request(keepsOldValues(renaming, update, type));
        request.setControls(asserting(update.anchor(), type));
        if (modifications.isEmpty()) {
            writeBelow(newName, request);
        } else {
            afterwards(() -> writeBelow(newName, request));
        }
        return new ExportResult.Accepted(anchorAfter(update, newName, type), newName);
    }

    static boolean keepsOldValues(Renaming renaming, ExportOperation.Update update, LdapObjectType type) {
        return update.before() != null && type.attributes().stream()
                .anyMatch(attribute -> renaming.leavesWanted(attribute,
                        update.before().get(attribute.definition().name()), update.changes().stream()
                                .filter(change -> change.attribute() == attribute.index())
                                .flatMap(change -> change.removed().stream())
                                .toList()));
    }

    private void modify(ExportOperation.Update update, List<Modification> modifications, LdapObjectType type)
            throws LDAPException {
        try {
            write(update, modifications, type);
        } catch (LDAPException refusal) {
            if (!AlreadySo.mayBeWhy(refusal.getResultCode())) {
                throw refusal;
            }
            writeRemaining(update, modifications, type, refusal);
        }
    }

    private void writeRemaining(ExportOperation.Update update, List<Modification> modifications, LdapObjectType type,
            LDAPException refusal)
            throws LDAPException {
        String[] columns = modifications.stream().map(Modification::getAttributeName).distinct().toArray(String[]::new);
        Entry entry = lookup.entry(update.dn(), columns);
        List<Modification> remaining = entry == null ? modifications : AlreadySo.remaining(modifications, entry, type);
        if (remaining.equals(modifications)) {
            throw refusal;
        }
        if (!remaining.isEmpty()) {
            write(update, remaining, type);
        }
    }

    private void write(ExportOperation.Update update, List<Modification> modifications, LdapObjectType type)
            throws LDAPException {
        directory.write(new ModifyRequest(update.dn(), modifications, asserting(update.anchor(), type)));
    }

    private ExportResult delete(ExportOperation.Delete delete, LdapObjectType type) throws LDAPException {
        directory.write(new DeleteRequest(delete.dn(), asserting(delete.anchor(), type)));
        return new ExportResult.Accepted(delete.anchor(), delete.dn());
    }

    /** Sees to it that another entry which took over a name is never changed in the place of the one that was imported. */
    private Control[] asserting(Anchor anchor, LdapObjectType type) {
        return assertion && anchor != null && !type.anchor().containsDn()
                ? new Control[]{new AssertionRequestControl(type.anchor().filter(anchor))}
                : NONE;
    }

    private Anchor anchorAfter(ExportOperation.Update update, String newName, LdapObjectType type)
            throws LDAPException {
        if (!type.anchor().containsDn()) {
            return update.anchor();
        }
        Entry renamed = written(newName, type);
        return renamed == null ? null : type.anchor().read(renamed);
    }

    private Entry written(String dn, LdapObjectType type) throws LDAPException {
        return afterwards(() -> lookup.entry(dn, type.anchor().requested()));
    }

    /** A part of a change that others went before: if the server is not reached for it, nobody must take them for not sent. */
    private static <T> T afterwards(Part<T> part) throws LDAPException {
        try {
            return part.send();
        } catch (LDAPException failure) {
            throw failure.getResultCode().equals(ResultCode.CONNECT_ERROR)
                    ? new LDAPException(ResultCode.SERVER_DOWN, failure.getMessage(), failure)
                    : failure;
        }
    }

    /** What is asked of the server. */
    private interface Part<T> {
        T send() throws LDAPException;
    }
}
