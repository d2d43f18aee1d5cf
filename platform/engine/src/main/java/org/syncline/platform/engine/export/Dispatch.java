package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/**
 * Sends pages: objects before references to them, containers before what stands in them, and what is below a container before its
 * deletion. What needs something that did not come about is held back.
 */
final class Dispatch {
    private static final int CIRCLES = 8;

    private final ConnectorDefinition connector;
    private final Sending sending;
    private final Set<Long> done = ConcurrentHashMap.newKeySet();
    private final StillThere stillThere = new StillThere();
    private final Held held = new Held();
    private final Set<Long> leftNames = ConcurrentHashMap.newKeySet();
    private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();

    Dispatch(ConnectorDefinition connector, Sending sending) {
        this.connector = connector;
        this.sending = sending;
    }

    /** Notes an object that is not sent in this step. */
    void notSent(ConnectorSpaceObject object) {
        stillThere.note(object);
    }

    /** Notes an object whose deletion is not sent in this step. */
    void notSent(AccountName object) {
        stillThere.note(object);
    }

    /** Why the system could not be reached in the end, so that nothing more is sent; null if it could. */
    ExportResult.Rejected unreachable() {
        return sending.unreachable();
    }

    /** Whether an object was sent in this step and nobody knows what became of it: until that is found out, it is not sent again. */
    boolean isUnanswered(ConnectorSpaceObject object) {
        return unanswered.contains(object.id());
    }

    /** The objects that were held back for something that has come about since; they can be sent now. */
    List<Long> released() {
        return held.release(done);
    }

    /** What an administrator should know of those that were held back; null for nothing. */
    String message(String folder, String connector) {
        long objects = held.wholly();
        return objects == 0
                ? null
                : (objects == 1 ? "1 object waits" : objects + " objects wait")
                        + " for a container, for what it refers to, or for what is below it:\n  syncline show " + folder
                        + " errors --connector " + connector;
    }

    SentPage send(ExportPage page) {
        page.objects().forEach(object -> held.forget(object.id()));
        if (page.missing().isEmpty() && !page.nested().needsOrder()) {
            return new SentPage(page, page.objects(), send(page.objects()), List.of());
        }
        HeldBack heldBack = new HeldBack(connector, page, done, leftNames, stillThere);
        Aside aside = new Aside(sending, leftNames);
        List<ConnectorSpaceObject> sent = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<ConnectorSpaceObject> open = new ArrayList<>(page.objects());
        int circles = 0;
        while (!open.isEmpty()) {
            List<ConnectorSpaceObject> ready = ready(open, heldBack);
            if (ready.isEmpty() && movedAside(open, page.nested(), aside)) {
                ready = ready(open, heldBack);
            }
            if (ready.isEmpty()) {
                ready = ++circles == CIRCLES ? List.copyOf(open) : List.of(open.getFirst());
            }
            open.removeAll(ready);
            List<ConnectorSpaceObject> possible = ready.stream()
                    .map(object -> possible(object, heldBack))
                    .filter(Objects::nonNull)
                    .toList();
            List<Outcome> sentNow = send(possible);
            for (int at = 0; at < possible.size(); at++) {
                sent.add(aside.original(possible.get(at)));
                outcomes.add(aside.whole(possible.get(at), sentNow.get(at)));
            }
            ready.stream().filter(object -> aside.contains(object) && !possible.contains(object)).forEach(object -> {
                sent.add(aside.original(object));
                outcomes.add(aside.moved(object));
            });
        }
        return new SentPage(page, sent, outcomes, heldBack.references());
    }

    /** Moves one aside whose name others wait for, if there is one. */
    private static boolean movedAside(List<ConnectorSpaceObject> open, Nested nested, Aside aside) {
        Set<Long> wanted = new HashSet<>();
        open.forEach(object -> wanted.addAll(nested.holdersOfName(object)));
        for (int at = 0; at < open.size(); at++) {
            ConnectorSpaceObject object = open.get(at);
            if (wanted.contains(object.id()) && !aside.contains(object)) {
                ConnectorSpaceObject moved = aside.move(object);
                if (moved != null) {
                    open.set(at, moved);
                    return true;
                }
            }
        }
        return false;
    }

    /** Those that need none that is still to be sent. */
    private static List<ConnectorSpaceObject> ready(List<ConnectorSpaceObject> open, HeldBack heldBack) {
        Set<Long> unsent = open.stream().map(ConnectorSpaceObject::id).collect(Collectors.toSet());
        return open.stream()
                .filter(object -> Collections.disjoint(heldBack.waitsFor(object), unsent))
                .toList();
    }

    private ConnectorSpaceObject possible(ConnectorSpaceObject object, HeldBack heldBack) {
        ConnectorSpaceObject possible = heldBack.withoutMissing(object);
        if (possible != object) {
            held.note(object.id(), heldBack.waitsFor(object), possible == null);
        }
        if (possible == null || Nested.getsName(object.hologram().pendingExport()) && !isNaming(possible)) {
            stillThere.note(object);
        }
        return possible;
    }

    private static boolean isNaming(ConnectorSpaceObject sent) {
        return Nested.getsName(sent.hologram().pendingExport());
    }

    private List<Outcome> send(List<ConnectorSpaceObject> objects) {
        if (objects.isEmpty()) {
            return List.of();
        }
        List<Outcome> outcomes = sending.send(objects);
        for (int at = 0; at < outcomes.size(); at++) {
            note(objects.get(at), outcomes.get(at));
        }
        return outcomes;
    }

    private void note(ConnectorSpaceObject sent, Outcome outcome) {
        if (outcome.isUnanswered()) {
            unanswered.add(sent.id());
        }
        Delta accepted = switch (outcome) {
            case Outcome.Accepted some -> some.sent();
            case Outcome.Refused nothing -> Delta.none();
        };
        boolean went = accepted.kind() == Delta.Kind.DELETE || Nested.getsName(accepted);
        if (went) {
            done.add(sent.id());
            stillThere.forget(sent);
        } else {
            stillThere.note(sent);
        }
    }
}
