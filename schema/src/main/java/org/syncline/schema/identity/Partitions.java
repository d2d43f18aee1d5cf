package org.syncline.schema.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The partitions of a system.
 *
 * @param all none for a system that is read as a whole
 */
public record Partitions(List<Partition> all) {
    /** The system is read as a whole. */
    public static final Partitions NONE = new Partitions(List.of());

    public Partitions {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Optional<Partition> named(String name) {
        return all.stream().filter(partition -> partition.name().equals(name)).findFirst();
    }

    /** The partition a name lies in: of those whose bases lie in each other the innermost. */
    public Optional<Partition> owner(String dn) {
        return all.stream()
                .filter(partition -> partition.covers(dn))
                .max(Comparator.comparingInt(partition -> DistinguishedName.depth(partition.base())));
    }

    /** Whether the object of this name is read and may be written. */
    public boolean selects(String dn) {
        return all.isEmpty() || owner(dn).filter(partition -> partition.selects(dn)).isPresent();
    }

    /** Whether the object of this name is read when this partition is; null stands for all of them. */
    public boolean selects(String dn, String partition) {
        return selects(dn) && (partition == null || owner(dn).filter(own -> own.name().equals(partition)).isPresent());
    }
}
