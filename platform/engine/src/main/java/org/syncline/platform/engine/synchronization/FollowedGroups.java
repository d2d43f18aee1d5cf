package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Metaverse.IdentityReference;
import org.syncline.rules.provisioning.GroupMembership;
import org.syncline.rules.provisioning.GroupMembership.Group;
import org.syncline.rules.provisioning.IdentityState;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Groups that follow from attributes: puts the identities of a page into the groups they belong to now, and takes them out of those
 * they were in. What an identity is in is asked of the reverse index; groups that neither gain nor lose a member are not touched.
 */
final class FollowedGroups {
    private static final int ROUNDS = 4;

    private final Synchronization synchronization;
    private final Page page;
    private final PageAnswers answers;
    private final Map<Long, List<Group>> wanted = new LinkedHashMap<>();
    private final Map<ContentHash, List<Long>> groupsByName = new HashMap<>();
    private final Set<Long> touched = new HashSet<>();

    FollowedGroups(Synchronization synchronization, Page page, PageAnswers answers) {
        this.synchronization = synchronization;
        this.page = page;
        this.answers = answers;
    }

    private List<GroupRules> rules() {
        return synchronization.rules().ruleset().groupRules();
    }

    /** The groups that gained or lost members. */
    Set<Long> follow() {
        if (rules().isEmpty()) {
            return Set.of();
        }
        decide(page.affected().stream().filter(this::mayBeMember).toList());
        page.ended().stream().filter(this::mayBeMember).forEach(ended -> wanted.put(ended.id(), List.of()));
        if (!wanted.isEmpty()) {
            change();
        }
        return touched;
    }

    private boolean mayBeMember(MetaverseObject identity) {
        return rules().stream()
                .flatMap(file -> file.rules().stream())
                .anyMatch(rule -> rule.of().equals(identity.type().name()));
    }

    private void decide(List<MetaverseObject> identities) {
        List<MetaverseObject> open = identities;
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            open = open.stream().filter(identity -> !decide(identity)).toList();
            answers.answer();
        }
    }

    /** Whether it is decided; if not, the rules asked. */
    private boolean decide(MetaverseObject identity) {
        switch (GroupMembership.of(rules(), state(identity))) {
            case GroupMembership.Belongs belongs -> wanted.put(identity.id(), belongs.groups());
            case GroupMembership.Asks asks -> {
                answers.ask(asks.questions());
                return false;
            }
            case GroupMembership.Failed failed -> page.fail(Errors.of(
                    concerned(identity),
                    failed.code(),
                    failed.message(),
                    failed.rule(),
                    failed.location(),
                    synchronization.now()));
        }
        return true;
    }

    private IdentityState state(MetaverseObject identity) {
        return new IdentityState(
                identity, page.accounts(identity.id()), Set.of(), page.present(identity), answers);
    }

    private ConnectorSpaceObject concerned(MetaverseObject identity) {
        return page.accounts(identity.id()).getFirst();
    }

    private void change() {
        findGroups();
        Map<Long, List<IdentityReference>> memberships = memberships();
        Map<Long, List<Group>> joining = new LinkedHashMap<>();
        List<IdentityReference> leaving = new ArrayList<>();
        wanted.forEach((identity, groups) -> {
            List<IdentityReference> in = new ArrayList<>(memberships.getOrDefault(identity, List.of()));
            for (Group group : groups) {
                List<Long> candidates = groupsByName.getOrDefault(key(group), List.of());
                boolean isIn = in.removeIf(reference -> reference.rule().equals(group.rule().origin())
                        && candidates.contains(reference.owner()));
                if (!isIn) {
                    joining.computeIfAbsent(identity, unused -> new ArrayList<>()).add(group);
                }
            }
            leaving.addAll(in);
        });
        load(joining, leaving);
        leaving.forEach(this::leave);
        joining.forEach((identity, groups) -> groups.forEach(group -> join(identity, group)));
    }

    private void findGroups() {
        Set<ContentHash> keys = new HashSet<>();
        wanted.values().forEach(groups -> groups.forEach(group -> keys.add(key(group))));
        if (!keys.isEmpty()) {
            groupsByName.putAll(synchronization.store().metaverse().find(keys));
        }
    }

    private static ContentHash key(Group group) {
        return Keys.metaverse(group.groups().metaverseType(), group.groups().nameTo(), group.name());
    }

    private Map<Long, List<IdentityReference>> memberships() {
        Map<Long, List<IdentityReference>> memberships = new HashMap<>();
        for (IdentityReference reference : synchronization.store().metaverse().referencesTo(wanted.keySet())) {
            if (GroupRules.isOrigin(reference.rule())) {
                memberships.computeIfAbsent(reference.target(), unused -> new ArrayList<>()).add(reference);
            }
        }
        return memberships;
    }

    private void load(Map<Long, List<Group>> joining, List<IdentityReference> leaving) {
        Set<Long> groups = new HashSet<>();
        joining.values().forEach(list -> list.forEach(
                group -> groups.addAll(groupsByName.getOrDefault(key(group), List.of()))));
        leaving.forEach(reference -> groups.add(reference.owner()));
        page.loadIdentities(groups);
    }

    private void leave(IdentityReference reference) {
        MetaverseObject group = page.identity(reference.owner());
        if (group != null) {
            put(FollowedGroup.without(group, reference.attribute(), reference.target()));
        }
    }

    private void join(long identity, Group group) {
        MetaverseObject found = null;
        for (long candidate : groupsByName.getOrDefault(key(group), List.of())) {
            MetaverseObject present = page.identity(candidate);
            if (present != null && group.rule().origin().equals(GroupRules.originOf(present))) {
                found = present;
            } else if (present != null) {
                failTaken(identity, group, candidate);
                return;
            }
        }
        FollowedGroup.Origin origin =
                new FollowedGroup.Origin(group, synchronization.rulesetVersion(), synchronization.now());
        MetaverseObject before = found != null ? found : begin(group);
        synchronization.trace().act("group", before.id(), group.rule().name(), group.rule().location());
        MetaverseObject member = page.identity(identity);
        put(FollowedGroup.with(before, identity, GroupMembership.values(group, before.type(), state(member)), origin));
    }

    private MetaverseObject begin(Group group) {
        MetaverseObject begun = MetaverseObject.projected(
                synchronization.numbers().nextIdentity(),
                synchronization.rules().metaverseType(group.groups().metaverseType()).type());
        groupsByName.put(key(group), List.of(begun.id()));
        return begun;
    }

    private void failTaken(long identity, Group group, long taken) {
        page.fail(Errors.of(
                concerned(page.identity(identity)),
                "group-exists",
                "The group '" + group.name() + "' cannot be made: identity #" + taken
                        + " has that name and another origin. Give the groups of this rule another name, or end the other one.",
                group.rule().name(),
                group.rule().location(),
                synchronization.now()));
    }

    private void put(MetaverseObject group) {
        page.put(group);
        page.affect(group.id());
        touched.add(group.id());
    }
}
