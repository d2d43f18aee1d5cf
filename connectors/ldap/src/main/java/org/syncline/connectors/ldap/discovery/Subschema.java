package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.List;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.spi.ConnectorException;

/** Reads the subschema of a directory (RFC 4512, section 4.2). */
public final class Subschema {
    private static final String PLACE = "subschemaSubentry";
    private static final String[] PARTS = {Schema.ATTR_ATTRIBUTE_SYNTAX, Schema.ATTR_MATCHING_RULE,
            Schema.ATTR_ATTRIBUTE_TYPE, Schema.ATTR_OBJECT_CLASS, Schema.ATTR_DIT_CONTENT_RULE};

    private Subschema() {}

    /** @throws ConnectorException if the directory does not say where it is, or the account may not read it */
    public static Schema of(Directory directory) {
        List<String> places = directory.announces(PLACE);
        if (places.isEmpty()) {
            throw unreadable("its root DSE names no " + PLACE, null);
        }
        String place = places.getFirst();
        try {
            List<SearchResultEntry> found = directory.search(new SearchRequest(place, SearchScope.BASE,
                    Filter.createEqualityFilter("objectClass", "subschema"), PARTS));
            if (found.isEmpty() || !found.getFirst().hasAttribute(Schema.ATTR_OBJECT_CLASS)) {
                throw unreadable("the account may not read '" + place + "'", null);
            }
            return new Schema(found.getFirst());
        } catch (LDAPException failure) {
            throw unreadable("'" + place + "': " + ServerWords.of(failure), failure);
        }
    }

    private static ConnectorException unreadable(String why, LDAPException failure) {
        return new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                "The directory does not say what it offers (" + why + "); let the account read the subschema", failure);
    }
}
