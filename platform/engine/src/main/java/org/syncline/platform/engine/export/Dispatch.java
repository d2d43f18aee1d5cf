package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Sends pages, objects before references to them: what refers to an account that was not created is held back. */
final class Dispatch {
    private static final int ROUNDS = 8;

    private final ConnectorDefinition connector;
    private final Sending sending;
    private final Set<Long> created = ConcurrentHashMap.newKeySet();

    Dispatch(ConnectorDefinition connector, Sending sending) {
        this.connector = connector;
        this.sending = sending;
    }

    SentPage send(ExportPage page) {
        if (page.missing().isEmpty()) {
            return new SentPage(page, page.objects(), send(page.objects()), List.of());
        }
        HeldBack heldBack = new HeldBack(connector, page.missing(), created);
        List<ConnectorSpaceObject> sent = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<ConnectorSpaceObject> open = new ArrayList<>(page.objects());
        for (int round = 1; !open.isEmpty(); round++) {
            List<ConnectorSpaceObject> ready = round == ROUNDS ? List.copyOf(open) : ready(open, heldBack);
            open.removeAll(ready);
            List<ConnectorSpaceObject> possible =
                    ready.stream().map(heldBack::withoutMissing).filter(Objects::nonNull).toList();
            outcomes.addAll(send(possible));
            sent.addAll(possible);
        }
        return new SentPage(page, sent, outcomes, heldBack.references());
    }

    /** Those that refer to none that is still to be sent; of a circle, the first. */
    private static List<ConnectorSpaceObject> ready(List<ConnectorSpaceObject> open, HeldBack heldBack) {
        Set<Long> unsent = open.stream().map(ConnectorSpaceObject::id).collect(Collectors.toSet());
        List<ConnectorSpaceObject> ready = open.stream()
                .filter(object -> Collections.disjoint(heldBack.waitsFor(object), unsent))
                .toList();
        return ready.isEmpty() ? List.of(open.getFirst()) : ready;
    }

    private List<Outcome> send(List<ConnectorSpaceObject> objects) {
        if (objects.isEmpty()) {
            return List.of();
        }
        List<Outcome> outcomes = sending.send(objects);
        for (int at = 0; at < outcomes.size(); at++) {
            if (outcomes.get(at) instanceof Outcome.Accepted) {
                created.add(objects.get(at).id());
            }
        }
        return outcomes;
    }
}
