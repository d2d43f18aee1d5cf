package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.LdapLookup;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;

/** Makes the containers that an entry lacks above it, below the base alone, and only those whose name says what they are. */
final class MissingContainers {
    private static final Map<String, String> OBJECT_CLASSES =
            Map.of("ou", "organizationalUnit", "o", "organization", "l", "locality");
    private static final Set<ResultCode> OF_MISSING =
            Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.OTHER, ResultCode.UNWILLING_TO_PERFORM);

    private final Directory directory;
    private final LdapLookup lookup;
    private final LdapScope scope;
    private final boolean wanted;

    /** @param wanted whether any are made at all */
    MissingContainers(Directory directory, LdapLookup lookup, LdapScope scope, boolean wanted) {
        this.wanted = wanted;
        this.directory = directory;
        this.lookup = lookup;
        this.scope = scope;
    }

    /**
     * Sees to it that the containers above a name exist. Another connection may make them at the same time.
     *
     * @param refusal of what was to be written there
     * @throws LDAPException the refusal itself where no container is missing or none is to be made; else why one cannot be made
     */
    void make(String dn, LDAPException refusal) throws LDAPException {
        if (!wanted || !OF_MISSING.contains(refusal.getResultCode())) {
            throw refusal;
        }
        List<DN> missing = missing(new DN(dn), refusal);
        for (DN container : missing) {
            demandKnown(container, refusal);
        }
        for (DN container : missing) {
            make(container);
        }
    }

    /** The highest first. */
    private List<DN> missing(DN dn, LDAPException refusal) throws LDAPException {
        List<DN> missing = new ArrayList<>();
        for (DN above = dn.getParent(); above != null; above = above.getParent()) {
            if (!isBelowABase(above)) {
                throw refusal;
            }
            if (lookup.entry(above.toString(), "1.1") != null) {
                return missing;
            }
            missing.addFirst(above);
        }
        throw refusal;
    }

    private boolean isBelowABase(DN container) throws LDAPException {
        for (String base : scope.bases()) {
            if (container.isDescendantOf(base, true)) {
                return true;
            }
        }
        return false;
    }

    private static void demandKnown(DN container, LDAPException refusal) throws LDAPException {
        if (objectClass(container.getRDN()) == null) {
            throw new LDAPException(refusal.getResultCode(), "'" + container
                    + "' is missing and cannot be made, since its name does not say what it is: only ou, o and l do",
                    refusal.getMatchedDN(), null, refusal);
        }
    }

    private static String objectClass(RDN name) {
        return name.isMultiValued() ? null : OBJECT_CLASSES.get(name.getAttributeNames()[0].toLowerCase(Locale.ROOT));
    }

    private void make(DN container) throws LDAPException {
        RDN name = container.getRDN();
        try {
            directory.write(new AddRequest(container,
                    new Attribute(LdapObjectType.OBJECT_CLASS, objectClass(name)), name.getAttributes()[0]));
        } catch (LDAPException failure) {
            if (!failure.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                throw new LDAPException(failure.getResultCode(),
                        "the missing '" + container + "' cannot be made: " + ServerWords.said(failure),
                        failure.getMatchedDN(), null, failure);
            }
        }
    }
}
