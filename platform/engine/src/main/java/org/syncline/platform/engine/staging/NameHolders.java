package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/**
 * Who has the names that a page reports anew.
 *
 * @param names the keys of those names, by report
 * @param found the objects under these keys, before the page
 * @param losers the identities that wait for an account whose name somebody else has: provisioning has to decide anew
 */
record NameHolders(
        String connector, Map<Report, ContentHash> names, Map<ContentHash, List<Long>> found, Set<Long> losers) {

    /**
     * Two objects never have one name: of those that seem to, the one reported last has it. The others are displaced until their own
     * rename or deletion is reported.
     *
     * @param claims the objects that were reported with a new name, in the order of the reports, and the keys of these names
     * @return the displaced objects
     */
    List<ConnectorSpaceObject> displace(Map<Long, ContentHash> claims, Matches matches) {
        Map<ContentHash, Long> owners = new HashMap<>();
        List<ConnectorSpaceObject> displaced = new ArrayList<>();
        claims.forEach((claimant, name) -> {
            Long before = owners.put(name, claimant);
            if (before != null) {
                displace(before, name, matches, displaced);
            }
        });
        owners.forEach((name, owner) -> found.getOrDefault(name, List.of()).stream()
                .filter(holder -> !holder.equals(owner))
                .forEach(holder -> displace(holder, name, matches, displaced)));
        return displaced;
    }

    private void displace(
            long holder, ContentHash name, Matches matches, List<ConnectorSpaceObject> displaced) {
        ConnectorSpaceObject object = matches.object(holder);
        if (object != null && !object.presence().displaced() && name.equals(name(object))) {
            ConnectorSpaceObject after =
                    object.with(object.presence().withDisplaced(true)).reported(ContentHash.UNKNOWN);
            matches.put(after);
            displaced.add(after);
        }
    }

    /** The key of the name under which the system reported an object; null if it has none. */
    ContentHash name(ConnectorSpaceObject object) {
        Attributes imported = object == null || object.anchor() == null ? null : object.hologram().imported();
        return imported == null || imported.dn() == null ? null : Keys.dn(connector, imported.dn());
    }
}
