package org.syncline.connectors.ldap.entry;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Partition;
import org.syncline.schema.identity.Partitions;

/**
 * Which part of a directory is read and looked into.
 *
 * @param base of everything where there are no partitions
 */
public record LdapScope(String base, Partitions partitions) {

    /** The bases that must exist. */
    public List<String> bases() {
        return partitions.isEmpty() ? List.of(base) : partitions.all().stream().map(Partition::base).toList();
    }

    /**
     * The bases of what is read.
     *
     * @param partition null for all
     */
    public List<String> bases(String partition) {
        return partition == null
                ? bases()
                : partitions.named(partition).map(Partition::base).stream().toList();
    }

    /**
     * Where searches begin.
     *
     * @param partition null for all
     */
    public List<String> roots(String partition) {
        return partitions.isEmpty()
                ? List.of(base)
                : partitions.all().stream()
                        .filter(one -> partition == null || one.name().equals(partition))
                        .flatMap(one -> one.roots().stream())
                        .distinct()
                        .toList();
    }

    /**
     * Whether an entry belongs to what is read.
     *
     * @param root at or under which it was found
     * @param partition null for all
     */
    public boolean selects(String dn, String root, String partition) {
        return partitions.isEmpty() || partitions.selects(dn, partition) && isFirst(dn, root, partition);
    }

    /** Where the bases of partitions lie in each other, their searches find an entry twice. */
    private boolean isFirst(String dn, String root, String partition) {
        return roots(partition).stream()
                .filter(other -> DistinguishedName.isWithin(dn, other))
                .findFirst()
                .filter(root::equals)
                .isPresent();
    }

    /** Whether a base is this entry or lies below it: as long as that is there, nothing above it was renamed. */
    public boolean isAboveABase(String dn) {
        return bases().stream().anyMatch(each -> DistinguishedName.isWithin(each, dn));
    }

    /** Whether an entry of this name is read with another partition than this one; with null for all, none is. */
    public boolean isElsewhere(String dn, String partition) {
        return partition != null && partitions.selects(dn) && !partitions.selects(dn, partition);
    }

    /** Whether an entry of this name may be read at all. */
    public boolean selects(String dn) throws LDAPException {
        return partitions.isEmpty() ? new DN(dn).isDescendantOf(base, true) : partitions.selects(dn);
    }
}
