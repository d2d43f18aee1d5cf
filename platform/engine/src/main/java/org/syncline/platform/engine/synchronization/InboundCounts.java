package org.syncline.platform.engine.synchronization;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/** Counts, once a page is decided, what became of its objects and their identities; each object once. */
record InboundCounts(Page page) {

    void count() {
        page.arrivals().forEach(this::countArrival);
        page.affected().forEach(this::countFlow);
        Set<Long> ended = new TreeSet<>(page.endedIdentities());
        page.bereaved().forEach(object -> ended.remove(countBroken(object)));
        ended.removeAll(countEnded(ended));
        ended.forEach(id -> page.counters().count(
                Counter.CONNECTOR_DELETE_REMOVE_MV, "metaverse", id, "identity #" + id));
    }

    private void countArrival(long id, boolean projected) {
        ConnectorSpaceObject object = page.object(id);
        if (object == null) {
            return;
        }
        MetaverseObject identity = page.identity(object.link().identity());
        if (identity == null) {
            page.count(projected ? Counter.DISCONNECTOR_PROJECTED_REMOVE_MV : Counter.DISCONNECTOR_JOINED_REMOVE_MV,
                    object);
        } else if (projected) {
            boolean flowed = !identity.attributes().equals(Attributes.empty(identity.type()));
            count(flowed ? Counter.DISCONNECTOR_PROJECTED_FLOW : Counter.DISCONNECTOR_PROJECTED_NO_FLOW, object,
                    identity);
        } else {
            boolean flowed = page.storedIdentity(identity.id()) != identity;
            count(flowed ? Counter.DISCONNECTOR_JOINED_FLOW : Counter.DISCONNECTOR_JOINED_NO_FLOW, object, identity);
        }
    }

    /** Counts an object, with what changed of its identity. */
    private void count(Counter counter, ConnectorSpaceObject object, MetaverseObject identity) {
        MetaverseObject stored = page.storedIdentity(identity.id());
        Attributes before = stored == null ? null : TypeChange.apply(stored, identity.type()).attributes();
        Delta change = stored == identity ? Delta.none() : Delta.between(before, identity.attributes());
        page.counters().count(counter, object, identity.type(), change);
    }

    private void countFlow(MetaverseObject identity) {
        boolean known = page.storedIdentity(identity.id()) != null;
        boolean flowed = known && page.storedIdentity(identity.id()) != identity;
        Counter counter = flowed ? Counter.CONNECTOR_FLOW : Counter.CONNECTOR_NO_FLOW;
        page.accounts(identity.id()).stream()
                .filter(account -> page.isTrigger(account.id()) && page.stored(account).link().isJoined())
                .forEach(account -> count(
                        wasDeletedAndAdded(page.stored(account)) ? Counter.CONNECTOR_DELETE_ADD_PROCESSED : counter,
                        account,
                        identity));
    }

    /** Whether it came back under another type, and its link stayed. */
    private static boolean wasDeletedAndAdded(ConnectorSpaceObject stored) {
        return stored.link().origin() != Link.Origin.PROVISIONING
                && stored.hologram().known() == null
                && stored.hologram().pendingImport().kind() == Delta.Kind.ADD;
    }

    /** A link that broke, by whether its identity is still there; the result is the identity. */
    private long countBroken(ConnectorSpaceObject object) {
        boolean filtered = page.object(object.id()) != null;
        boolean last = page.identity(object.link().identity()) == null;
        page.count(
                filtered
                        ? last ? Counter.CONNECTOR_FILTERED_REMOVE_MV : Counter.CONNECTOR_FILTERED_LEAVE_MV
                        : last ? Counter.CONNECTOR_DELETE_REMOVE_MV : Counter.CONNECTOR_DELETE_LEAVE_MV,
                object);
        return object.link().identity();
    }

    /** Those of the identities that ended by what an object of theirs brought; an account that we made brings nothing. */
    private Set<Long> countEnded(Set<Long> ended) {
        Set<Long> counted = new HashSet<>();
        Map<Long, Boolean> arrivals = page.arrivals();
        for (ConnectorSpaceObject object : page.objects()) {
            ConnectorSpaceObject stored = page.stored(object);
            boolean brought = page.isTrigger(object.id())
                    && stored != null
                    && stored.link().origin() != Link.Origin.PROVISIONING
                    && ended.contains(stored.link().identity())
                    && !arrivals.containsKey(object.id());
            if (brought) {
                page.count(Counter.CONNECTOR_FLOW_REMOVE_MV, object);
                counted.add(stored.link().identity());
            }
        }
        return counted;
    }
}
