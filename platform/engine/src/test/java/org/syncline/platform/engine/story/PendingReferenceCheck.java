package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.LinkState;

/** No reference is listed as one that leads nowhere, or waits for something, though what it names is there. */
final class PendingReferenceCheck {
    private static final String OF_IDENTITY = "identity #";

    private final Landscape landscape;
    private final Staged staged;

    PendingReferenceCheck(Landscape landscape, Staged staged) {
        this.landscape = landscape;
        this.staged = staged;
    }

    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        for (String connector : Landscape.CONNECTORS) {
            landscape.store().runHistory().pendingReferences(connector).stream()
                    .filter(reference -> isOfNobody(reference) || leadsSomewhere(reference))
                    .forEach(reference -> wrong.add("Should not be listed any more: " + reference));
        }
        return wrong;
    }

    private boolean isOfNobody(PendingReference reference) {
        return staged.of(reference.connector()).stream().noneMatch(object -> object.id() == reference.owner());
    }

    private boolean leadsSomewhere(PendingReference reference) {
        return switch (reference.reason()) {
            case "unresolved: not staged" -> isStaged(reference, null);
            case "unresolved: filtered" -> !isStaged(reference, LinkState.FILTERED);
            case "unresolved: not joined" -> !isStaged(reference, LinkState.DISCONNECTED);
            case PendingReference.NOT_EMPTY -> !holdsSomething(reference.owner());
            default -> reference.key().startsWith(OF_IDENTITY) ? hasAccount(reference) : isNamed(reference);
        };
    }

    /** @param state null for any */
    private boolean isStaged(PendingReference reference, LinkState state) {
        return staged.of(reference.connector()).stream()
                .anyMatch(object -> object.anchor() != null
                        && object.anchor().text().equals(reference.key())
                        && (state == null || object.link().state() == state));
    }

    private boolean holdsSomething(long owner) {
        return staged.of("directory").stream()
                .filter(object -> object.id() == owner)
                .anyMatch(unit -> landscape.objects("directory").stream()
                        .anyMatch(object -> object.attributes().dn().endsWith("," + unit.dn())));
    }

    private boolean hasAccount(PendingReference reference) {
        return staged.of(reference.connector()).stream()
                .filter(object -> (OF_IDENTITY + object.link().identity()).equals(reference.key()))
                .map(ConnectorSpaceObject::anchor)
                .anyMatch(anchor -> landscape.objects(reference.connector()).stream()
                        .map(MemoryObject::anchor)
                        .anyMatch(there -> there.equals(anchor)));
    }

    private boolean isNamed(PendingReference reference) {
        return landscape.objects(reference.connector()).stream()
                .anyMatch(object -> reference.key().equals(object.attributes().dn()));
    }
}
