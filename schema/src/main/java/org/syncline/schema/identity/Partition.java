package org.syncline.schema.identity;

import java.util.List;

/**
 * A part of a system whose objects have names, such as a naming context of a directory, and what of it is selected.
 *
 * @param name by which steps ask for it
 * @param base the distinguished name its objects lie at or under
 * @param included containers that are selected; empty for all
 * @param excluded containers that are not; the statement about the nearest container decides
 */
public record Partition(String name, String base, List<String> included, List<String> excluded) {

    public Partition {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /** Whether a name lies in it, selected or not. */
    public boolean covers(String dn) {
        return dn != null && DistinguishedName.isWithin(dn, base);
    }

    /** Whether the object of this name is read and may be written. */
    public boolean selects(String dn) {
        int in = nearest(dn, included);
        int out = nearest(dn, excluded);
        return covers(dn) && (in == out ? included.isEmpty() : in > out);
    }

    /** How deep the nearest of these containers lies that the name lies in; -1 for none. */
    private static int nearest(String dn, List<String> containers) {
        return containers.stream()
                .filter(container -> dn != null && DistinguishedName.isWithin(dn, container))
                .mapToInt(DistinguishedName::depth)
                .max()
                .orElse(-1);
    }

    /** Where reading begins so that everything selected is reached, each object once. */
    public List<String> roots() {
        List<String> from = included.isEmpty() ? List.of(base) : included;
        return from.stream()
                .filter(container -> from.stream().noneMatch(other -> other != container
                        && DistinguishedName.isWithin(container, other)))
                .toList();
    }
}
