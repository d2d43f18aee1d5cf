package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.util.Locale;
import org.syncline.connectors.spi.ConnectorException;

/** The entry at the base of an embedded directory that doesn't have one yet. */
final class BaseEntry {
    private BaseEntry() {}

    static Entry of(DN base) {
        Entry entry = new Entry(base);
        RDN name = base.getRDN();
        String attribute = name == null ? "" : name.getAttributeNames()[0].toLowerCase(Locale.ROOT);
        switch (attribute) {
            case "dc" -> {
                entry.addAttribute("objectClass", "organization", "dcObject");
                entry.addAttribute("o", name.getAttributeValues()[0]);
            }
            case "ou" -> entry.addAttribute("objectClass", "organizationalUnit");
            case "o" -> entry.addAttribute("objectClass", "organization");
            case "l" -> entry.addAttribute("objectClass", "locality");
            case "c" -> entry.addAttribute("objectClass", "country");
            default -> throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "Setting 'base': an embedded directory cannot make up an entry for '" + base
                            + "'; use a base that begins with dc=, ou= or o=, or write the entry into the LDIF file");
        }
        entry.addAttribute(EntryIdentity.ATTRIBUTE, EntryIdentity.of(base).toString());
        return entry;
    }
}
