package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;

/** Delete, filter, join, projection: whom each object of a page belongs to now. */
final class Inbound {
    private final Synchronization synchronization;
    private final Page page;
    private final boolean mayBreakLinks;
    private final ConnectorFilter filter;
    private final Deletions deletions;
    private final JoinCandidates candidates;
    private final Joins joins;

    /** @param mayBreakLinks whether deletions and filterings are carried out now, or deferred */
    Inbound(Synchronization synchronization, Page page, boolean mayBreakLinks) {
        this.synchronization = synchronization;
        this.page = page;
        this.mayBreakLinks = mayBreakLinks;
        this.filter = new ConnectorFilter(synchronization, page);
        this.deletions = new Deletions(synchronization, page, mayBreakLinks);
        this.candidates = new JoinCandidates(synchronization, page, filter);
        this.joins = new Joins(synchronization, page, candidates);
    }

    void decide(List<ConnectorSpaceObject> objects) {
        candidates.find(objects);
        for (ConnectorSpaceObject object : found(objects)) {
            ConnectorSpaceObject synchronizedObject =
                    object.with(object.hologram().synchronize());
            if (Deletions.isGone(synchronizedObject)) {
                deletions.carryOut(synchronizedObject);
            } else if (object.isDraft()
                    || object.hologram().known() == null && object.hologram().pendingImport().isNone()) {
                affectIdentity(object);
            } else {
                filterAndJoin(synchronizedObject);
            }
        }
    }

    /** What is linked to an identity that is not there belongs to nobody; a draft of such a one goes. */
    private List<ConnectorSpaceObject> found(List<ConnectorSpaceObject> objects) {
        List<ConnectorSpaceObject> found = new ArrayList<>(objects.size());
        for (ConnectorSpaceObject object : objects) {
            boolean isStray = object.link().isJoined() && page.identity(object.link().identity()) == null;
            if (isStray && object.isDraft() && !synchronization.isInFlight(object)) {
                page.remove(object);
            } else {
                found.add(isStray ? free(object) : object);
            }
        }
        return found;
    }

    private ConnectorSpaceObject free(ConnectorSpaceObject object) {
        synchronization.trace().note("link", object.title(),
                "Identity #" + object.link().identity() + " is not there any more; the object belongs to nobody.");
        page.count(Counter.CONNECTOR_DELETE_REMOVE_MV, object);
        ConnectorSpaceObject free = object.with(Link.DISCONNECTED);
        page.put(free);
        return free;
    }

    private void affectIdentity(ConnectorSpaceObject object) {
        if (object.link().isJoined()) {
            page.affect(object.link().identity());
        }
    }

    private void filterAndJoin(ConnectorSpaceObject object) {
        try {
            if (filter.keepsOut(object)) {
                filter(object);
                return;
            }
        } catch (EvaluationException failure) {
            page.count(Counter.FLOW_FAILURE, object);
            page.fail(Errors.of(
                    object,
                    "filter-failed",
                    failure.getMessage(),
                    "filter",
                    synchronization.rules().objectType(object).orElseThrow().location(),
                    synchronization.now()));
            return;
        }
        ConnectorSpaceObject unfiltered = sinceItLeft(
                object.link().state() == LinkState.FILTERED ? object.with(Link.DISCONNECTED) : object);
        page.put(unfiltered);
        switch (unfiltered.link().state()) {
            case JOINED -> page.affect(unfiltered.link().identity());
            case DISCONNECTED -> joins.decide(unfiltered);
            case EXPLICITLY_DISCONNECTED, FILTERED -> page.count(Counter.DISCONNECTOR_REMAINS, object);
        }
    }

    /** What was disconnected by an outcome and changed since then may be projected again. */
    private ConnectorSpaceObject sinceItLeft(ConnectorSpaceObject object) {
        boolean changed = !page.stored(object).hologram().pendingImport().isNone();
        return changed && !object.link().isJoined() && object.leaving() != null
                ? object.with(object.leaving().over())
                : object;
    }

    private void filter(ConnectorSpaceObject object) {
        synchronization.trace().note("filter", object.title(), "The connector's filter holds: it stays disconnected.");
        synchronization.trace().act(
                "filter", object.id(), "filter", synchronization.rules().objectType(object).orElseThrow().location());
        if (!object.link().isJoined()) {
            page.put(object.with(Link.FILTERED));
            page.count(Counter.DISCONNECTOR_FILTERED, object);
        } else if (mayBreakLinks) {
            page.bereave(object);
            page.put(object.with(Link.FILTERED).with(object.hologram().want(object.hologram().exported())));
        } else {
            page.defer(object.id());
        }
    }
}
