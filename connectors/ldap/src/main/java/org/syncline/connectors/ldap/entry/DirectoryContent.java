package org.syncline.connectors.ldap.entry;

import java.util.List;
import org.syncline.connectors.ldap.directory.Directory;

/**
 * What a connector reads of a directory.
 *
 * @param scope the part of the directory
 * @param types which entries of it
 */
public record DirectoryContent(Directory directory, LdapScope scope, List<LdapObjectType> types) {
    public DirectoryContent {
        types = List.copyOf(types);
    }
}
