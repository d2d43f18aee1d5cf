package org.syncline.connectors.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.RDN;
import java.util.List;
import org.syncline.connectors.ldap.entry.LdapAttribute;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/**
 * The change of a distinguished name, and with it of the values that stand in it.
 *
 * @param from the name an entry has
 * @param to the name it gets
 */
record Renaming(DN from, DN to) {

    static Renaming between(String from, String to) throws LDAPException {
        return new Renaming(new DN(from), new DN(to));
    }

    /**
     * The request.
     *
     * @param keepsOldValues whether the values of the old name are still wanted as values
     */
    ModifyDNRequest request(boolean keepsOldValues) {
        String parent = isMove() ? to.getParentString() : null;
        return new ModifyDNRequest(from.toString(), to.getRDNString(), !keepsOldValues, parent);
    }

    private boolean isMove() {
        DN before = from.getParent();
        return before == null ? to.getParent() != null : !before.equals(to.getParent());
    }

    /** Whether the rename itself brings this value. */
    boolean brings(LdapAttribute attribute, Value value) {
        return holds(to.getRDN(), attribute, value);
    }

    /** Whether the rename itself takes this value away. */
    boolean takes(LdapAttribute attribute, Value value) {
        return holds(from.getRDN(), attribute, value);
    }

    /** Whether an attribute of the old name is none of the new, and the entry shall go on having its value. */
    boolean leavesWanted(LdapAttribute attribute, Content before, List<Value> removed) {
        return names(from.getRDN(), attribute)
                && !names(to.getRDN(), attribute)
                && before.asList().stream().anyMatch(value -> takes(attribute, value) && !removed.contains(value));
    }

    private static boolean names(RDN name, LdapAttribute attribute) {
        return name.hasAttribute(attribute.column());
    }

    private static boolean holds(RDN name, LdapAttribute attribute, Value value) {
        if (value.text().isEmpty()) {
            return false;
        }
        ASN1OctetString sent = attribute.values().write(value);
        return name.hasAttributeValue(attribute.column(), sent.getValue());
    }
}
