package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.List;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.rules.provisioning.GroupMembership.Group;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** One group that follows from attributes, as an identity: what its rule decides of it, and keeps from all others. */
final class FollowedGroup {
    private FollowedGroup() {}

    /** Where the values of a group come from. */
    record Origin(Group group, long rulesetVersion, Instant now) {
        Lineage lineage() {
            return new Lineage(0, group.rule().origin(), rulesetVersion, now);
        }
    }

    /** With one member more, its name, and what its rule sets. */
    static MetaverseObject with(
            MetaverseObject group, long member, List<AccountDecision.Setting> settings, Origin origin) {
        GroupRules rules = origin.group().groups();
        MetaverseObject named = set(group, rules.nameTo(), new TextValue(origin.group().name()), origin);
        for (AccountDecision.Setting setting : settings) {
            named = set(named, setting.attribute(), setting.content(), origin);
        }
        return added(named, rules.membersTo(), ReferenceValue.toIdentity(member), origin);
    }

    private static MetaverseObject set(MetaverseObject group, String attribute, Content content, Origin origin) {
        int index = group.type().index(attribute);
        if (group.attributes().get(index).equals(content)) {
            return group;
        }
        return group.replaced(index, content, content.asList().stream().map(value -> origin.lineage()).toList());
    }

    private static MetaverseObject added(MetaverseObject group, String attribute, Value member, Origin origin) {
        return group.changed(group.type().index(attribute), List.of(member), origin.lineage(), List.of());
    }

    static MetaverseObject without(MetaverseObject group, String attribute, long member) {
        return group.changed(
                group.type().index(attribute), List.of(), null, List.of(ReferenceValue.toIdentity(member)));
    }

    /** A group after an election in which others contributed to what is its rule's own: that stays as it was. */
    static MetaverseObject keep(MetaverseObject before, MetaverseObject after, List<GroupRules> rules) {
        String origin = after == before ? null : GroupRules.originOf(before);
        if (origin == null) {
            return after;
        }
        MetaverseObject kept = after;
        for (int index = 0; index < before.type().size(); index++) {
            if (isOwn(before, index, origin, rules)) {
                kept = kept.replaced(index, before.attributes().get(index), before.lineage().get(index));
            }
        }
        return kept;
    }

    private static boolean isOwn(MetaverseObject group, int index, String origin, List<GroupRules> rules) {
        Lineage.Origin first = group.origin(index);
        boolean decided = first != null && first.rule().equals(origin);
        return decided || rules.stream()
                .filter(file -> file.membersTo().equals(group.type().attribute(index).name()))
                .flatMap(file -> file.rules().stream())
                .anyMatch(rule -> rule.origin().equals(origin));
    }

    /** Whether it goes now: it has no members, and its rule says so or is gone. */
    static boolean isOver(MetaverseObject group, List<GroupRules> rules) {
        String origin = GroupRules.originOf(group);
        for (GroupRules file : rules) {
            for (GroupRules.Rule rule : file.rules()) {
                if (rule.origin().equals(origin)) {
                    return rule.endsEmpty() && !group.attributes().get(file.membersTo()).isPresent();
                }
            }
        }
        return group.attributes().type().attributes().stream()
                .map(attribute -> attribute.name())
                .filter(name -> holdsReferences(group.attributes().get(name)))
                .findAny()
                .isEmpty();
    }

    private static boolean holdsReferences(Content content) {
        return content instanceof LargeValues
                || content.asList().stream().anyMatch(ReferenceValue.class::isInstance);
    }
}
