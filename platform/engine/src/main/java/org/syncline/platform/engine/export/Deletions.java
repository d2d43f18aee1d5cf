package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;

/** The objects of a connector that are to be deleted, what is below others first; read when the first is asked for. */
final class Deletions {
    private static final int PAGE = 2_000;

    private record Deletion(long id, int depth) {}

    private final ConnectorSpace connectorSpace;
    private final String connector;
    private final List<String> objectTypes;
    private final Predicate<String> sent;
    private final Consumer<AccountName> kept;
    private List<Deletion> sorted;
    private int next;

    /**
     * @param objectTypes in their order, as far as depth leaves it open
     * @param sent which of them are sent at all
     * @param kept gets the objects of the others, if there are any to be sent
     */
    Deletions(
            ConnectorSpace connectorSpace, String connector, List<String> objectTypes, Predicate<String> sent,
            Consumer<AccountName> kept) {
        this.connectorSpace = connectorSpace;
        this.connector = connector;
        this.objectTypes = objectTypes;
        this.sent = sent;
        this.kept = kept;
    }

    List<Long> next(int limit) {
        if (sorted == null) {
            sorted = read();
        }
        List<Deletion> page = sorted.subList(next, Math.min(next + limit, sorted.size()));
        next += page.size();
        return page.stream().map(Deletion::id).toList();
    }

    private List<Deletion> read() {
        List<Deletion> all = new ArrayList<>();
        objectTypes.stream().filter(sent).forEach(type -> read(type, name -> all.add(new Deletion(
                name.id(), depth(name)))));
        if (!all.isEmpty()) {
            objectTypes.stream().filter(sent.negate()).forEach(type -> read(type, kept));
        }
        all.sort(Comparator.comparingInt(Deletion::depth).reversed());
        return all;
    }

    private void read(String type, Consumer<AccountName> reader) {
        for (List<Long> ids = page(type, 0); !ids.isEmpty(); ids = page(type, ids.getLast())) {
            connectorSpace.names(ids).forEach(reader);
        }
    }

    private List<Long> page(String type, long after) {
        return connectorSpace.pendingExports(connector, type, Delta.Kind.DELETE, after, PAGE);
    }

    private static int depth(AccountName name) {
        return name.dn() == null ? 0 : DistinguishedName.depth(name.dn());
    }
}
