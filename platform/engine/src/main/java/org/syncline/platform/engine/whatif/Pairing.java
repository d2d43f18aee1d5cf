package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.platform.engine.overlay.OverlayStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * Which new identity of one evaluation is which of the other: the numbers they got there mean nothing. Those that hold the same stored
 * object are one; of those that hold none, those of groups with one name.
 */
final class Pairing {
    private static final int PAGE = 500;

    private final Map<Long, Long> after = new HashMap<>();
    private final Map<Long, Long> before = new HashMap<>();

    Pairing(Store without, Store with) {
        Map<String, Long> there = new HashMap<>();
        newIdentities(without, page -> there.putAll(marks(page, without)));
        if (!there.isEmpty()) {
            newIdentities(with, page -> marks(page, with).forEach((mark, identity) -> pair(there.get(mark), identity)));
        }
    }

    private interface Pages {
        void read(List<Long> page);
    }

    private static void newIdentities(Store store, Pages pages) {
        List<Long> page = store.metaverse().all(OverlayStore.LAST_BELOW, PAGE);
        while (!page.isEmpty()) {
            pages.read(page);
            page = store.metaverse().all(page.getLast(), PAGE);
        }
    }

    /** By what marks it, each of these identities. */
    private Map<String, Long> marks(Collection<Long> identities, Store store) {
        Map<String, Long> marks = new HashMap<>();
        Set<Long> held = new HashSet<>();
        for (ConnectorSpaceObject account : store.connectorSpace().accountsOf(identities)) {
            if (!OverlayStore.isNew(account.id())) {
                held.add(account.link().identity());
                marks.put("object " + account.id(), account.link().identity());
            }
        }
        List<Long> others = identities.stream().filter(identity -> !held.contains(identity)).toList();
        for (MetaverseObject identity : store.metaverse().load(others)) {
            String name = groupName(identity);
            if (name != null) {
                marks.put("group " + name, identity.id());
            }
        }
        return marks;
    }

    /** The values that rules give to a group stand beside the members, and tell it from the others. */
    private static String groupName(MetaverseObject identity) {
        String origin = GroupRules.originOf(identity);
        if (origin == null) {
            return null;
        }
        StringBuilder name = new StringBuilder(identity.type().name()).append(' ').append(origin);
        for (int index = 0; index < identity.type().size(); index++) {
            if (identity.type().attribute(index).type() != AttributeType.REFERENCE) {
                name.append(' ').append(identity.attributes().get(index));
            }
        }
        return name.toString();
    }

    private void pair(Long without, long with) {
        if (without != null) {
            after.putIfAbsent(without, with);
            before.putIfAbsent(with, without);
        }
    }

    /** The number with the change of an identity that has this one without it; 0 if it is not there. */
    long after(long identity) {
        return OverlayStore.isNew(identity) ? after.getOrDefault(identity, 0L) : identity;
    }

    /** The number without the change of an identity that has this one with it; 0 if it is not there. */
    long before(long identity) {
        return OverlayStore.isNew(identity) ? before.getOrDefault(identity, 0L) : identity;
    }

    /** References of a value by the numbers that identities have with the change. */
    Content translated(Content content) {
        if (after.isEmpty() || !content.isPresent()) {
            return content;
        }
        List<Value> values = new ArrayList<>();
        content.asList().forEach(value -> values.add(translated(value)));
        return Content.of(values);
    }

    private Value translated(Value value) {
        return value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY
                ? ReferenceValue.toIdentity(after(reference.identity()))
                : value;
    }
}
