package org.syncline.platform.engine.synchronization;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Metaverse.IdentityReference;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;

/** Says who is a member of what, from the members up: of a group, however large, nothing is loaded. */
final class Memberships {
    private static final int DEEPEST = 20;

    private final Synchronization synchronization;
    private final Map<Long, Set<Long>> groupsOf = new HashMap<>();

    Memberships(Synchronization synchronization) {
        this.synchronization = synchronization;
    }

    Map<Question, Content> answer(List<Question.MemberOf> questions) {
        Map<String, Set<Long>> groups = new HashMap<>();
        questions.forEach(question -> groups.computeIfAbsent(question.group(), this::find));
        boolean nested = questions.stream().anyMatch(Question.MemberOf::nested);
        findMemberships(questions.stream().map(Question.MemberOf::identity).toList(), nested ? DEEPEST : 1);
        Map<Question, Content> answers = new HashMap<>();
        for (Question.MemberOf question : questions) {
            answers.put(question, BooleanValue.of(isMember(question, groups.get(question.group()))));
        }
        return answers;
    }

    /** The identities that have a name, or an account with it. */
    private Set<Long> find(String group) {
        Ruleset ruleset = synchronization.rules().ruleset();
        Set<ContentHash> names = new HashSet<>();
        for (MetaverseType type : ruleset.metaverse().values()) {
            ruleset.groupName(type.type())
                    .ifPresent(attribute -> names.add(Keys.metaverse(type.type().name(), attribute, group)));
        }
        Set<Long> found = new HashSet<>();
        if (!names.isEmpty()) {
            synchronization.store().metaverse().find(names).values().forEach(found::addAll);
        }
        if (group.contains("=")) {
            findByDn(group, ruleset.connectors().keySet(), found);
        }
        return found;
    }

    private void findByDn(String dn, Collection<String> connectors, Set<Long> found) {
        List<ContentHash> keys = connectors.stream().map(connector -> Keys.dn(connector, dn)).toList();
        synchronization.store().connectorSpace().findNames(keys).values()
                .forEach(holders -> holders.stream()
                        .filter(holder -> holder.identity() != 0)
                        .forEach(holder -> found.add(holder.identity())));
    }

    /** Level by level, all identities of a level at once. */
    private void findMemberships(Collection<Long> identities, int levels) {
        Set<Long> open = new HashSet<>(identities);
        for (int level = 0; level < levels && !open.isEmpty(); level++) {
            open.forEach(member -> groupsOf.put(member, new HashSet<>()));
            for (IdentityReference reference : synchronization.store().metaverse().referencesTo(open)) {
                if (reference.rule() != null) {
                    groupsOf.get(reference.target()).add(reference.owner());
                }
            }
            Set<Long> above = new HashSet<>();
            open.forEach(member -> above.addAll(groupsOf.get(member)));
            above.removeAll(groupsOf.keySet());
            open = above;
        }
    }

    private boolean isMember(Question.MemberOf question, Set<Long> groups) {
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(question.identity()));
        while (!open.isEmpty()) {
            for (long group : groupsOf.getOrDefault(open.poll(), Set.of())) {
                if (groups.contains(group)) {
                    return true;
                }
                if (question.nested() && seen.add(group)) {
                    open.add(group);
                }
            }
        }
        return false;
    }
}
