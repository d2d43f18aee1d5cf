package org.syncline.connectors.ldap.delta;

import java.util.List;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ConnectorException;

/** What a strategy needs of the server and of the object types. */
public final class Demands {
    static final String ENTRY_UUID = "entryUUID";

    private Demands() {}

    /** @param remedy what to do on the server */
    static void control(String oid, String title, String remedy, String strategy, DirectoryContent content) {
        if (!content.directory().understands(oid)) {
            throw notOffered(strategy, "the server does not announce " + title + " (supportedControl " + oid + "): "
                    + remedy);
        }
    }

    /** A log says no more of an entry than this attribute. */
    public static void anchorsAre(String attribute, String strategy, DirectoryContent content) {
        for (LdapObjectType type : content.types()) {
            List<String> anchor = type.anchor().columns();
            if (type.anchor().containsDn() || anchor.size() != 1 || !anchor.getFirst().equalsIgnoreCase(attribute)) {
                throw notOffered(strategy, "the server says of a deleted entry no more than its " + attribute
                        + ", but the anchor of object type '" + type.type().name()
                        + "' is another one: declare anchor=\""
                        + attribute + "\"");
            }
        }
    }

    /** @param why the middle of a sentence that ends with advice */
    public static ConnectorException notOffered(String strategy, String why) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING, "Setting 'delta': '" + strategy
                + "' cannot be used: " + why + ", or choose another delta or 'none'");
    }
}
