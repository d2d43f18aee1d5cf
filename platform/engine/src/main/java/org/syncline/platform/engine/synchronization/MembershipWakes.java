package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.expression.Expression;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** Wakes those whose membership changed in a page, where some rule reads memberships. */
final class MembershipWakes {
    private static final int DEEPEST = 20;

    private final Synchronization synchronization;
    private final Page page;

    MembershipWakes(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void wake() {
        Expression.Membership read = synchronization.rules().membership();
        if (read == Expression.Membership.UNREAD) {
            return;
        }
        Set<Long> changed = new HashSet<>();
        page.identityChanges().forEach(change -> changed.addAll(changedMembers(change)));
        if (read == Expression.Membership.NESTED) {
            addMembersOf(changed);
        }
        page.evaluations().wakeAgain(changed);
    }

    private static Collection<Long> changedMembers(MetaverseChange change) {
        MetaverseObject either = change.after() == null ? change.before() : change.after();
        Delta delta = change.after() == null
                ? Delta.between(null, change.before().attributes())
                : Delta.between(change.before() == null ? null : change.before().attributes(),
                        change.after().attributes());
        List<Long> members = new ArrayList<>();
        for (Delta.AttributeChange attribute : delta.changes()) {
            if (either.type().attribute(attribute.attribute()).multiValued()) {
                attribute.added().forEach(value -> add(value, members));
                attribute.removed().forEach(value -> add(value, members));
            }
        }
        return members;
    }

    private static void add(Value value, List<Long> members) {
        if (value instanceof ReferenceValue reference) {
            members.add(reference.identity());
        }
    }

    /** A group that changed its groups changes those of its members too, at any depth. */
    private void addMembersOf(Set<Long> changed) {
        List<Long> open = List.copyOf(changed);
        for (int level = 0; level < DEEPEST && !open.isEmpty(); level++) {
            List<Long> below = new ArrayList<>();
            synchronization.store().metaverse().load(open).forEach(group -> addMembers(group, below));
            open = below.stream().filter(changed::add).toList();
        }
    }

    private static void addMembers(MetaverseObject group, List<Long> members) {
        for (int index = 0; index < group.type().size(); index++) {
            if (group.type().attribute(index).type() == AttributeType.REFERENCE
                    && group.type().attribute(index).multiValued()) {
                group.attributes().get(index).asList().forEach(value -> add(value, members));
            }
        }
    }
}
