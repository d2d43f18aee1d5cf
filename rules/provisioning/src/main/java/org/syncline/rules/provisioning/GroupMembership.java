package org.syncline.rules.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Which groups that follow from attributes an identity belongs to. */
public sealed interface GroupMembership {

    /** It belongs to these, and to no others. */
    record Belongs(List<Group> groups) implements GroupMembership {
        public Belongs {
            groups = List.copyOf(groups);
        }
    }

    /** The rules need answers first. */
    record Asks(List<Question> questions) implements GroupMembership {}

    /** A rule failed; the identity stays in the groups it is in. */
    record Failed(String rule, RuleLocation location, String code, String message) implements GroupMembership {}

    /**
     * One group.
     *
     * @param value that makes it; null where its rule makes one group
     */
    record Group(GroupRules groups, GroupRules.Rule rule, String value) {

        public String name() {
            return value == null ? rule.name() : rule.named(value);
        }
    }

    /** Decides for an identity that lives; one that ended belongs to none. */
    static GroupMembership of(List<GroupRules> groups, IdentityState state) {
        List<Group> belongs = new ArrayList<>();
        try {
            for (GroupRules file : groups) {
                for (GroupRules.Rule rule : file.rules()) {
                    if (rule.of().equals(state.identity().type().name())) {
                        add(file, rule, state, belongs);
                    }
                }
            }
            return new Belongs(belongs);
        } catch (Stop stop) {
            return switch (stop.decision()) {
                case AccountDecision.Asks asks -> new Asks(asks.questions());
                case AccountDecision.Failed failed ->
                        new Failed(failed.rule(), failed.location(), failed.code(), failed.message());
                default -> throw new IllegalStateException("No account is decided here: " + stop.decision());
            };
        }
    }

    private static void add(GroupRules file, GroupRules.Rule rule, IdentityState state, List<Group> belongs) {
        if (!RuleEvaluation.of(state, null, rule.name(), rule.location()).holds(rule.when())) {
            return;
        }
        if (rule.valueOf() == null) {
            belongs.add(new Group(file, rule, null));
            return;
        }
        state.identity().attributes().get(rule.valueOf()).asList().stream()
                .map(Value::text)
                .filter(text -> !text.isBlank())
                .forEach(text -> belongs.add(new Group(file, rule, text)));
    }

    /**
     * What a group holds besides its name and its members.
     *
     * @param state of any of its members: it says what time it is
     */
    static List<AccountDecision.Setting> values(Group group, ObjectType type, IdentityState state) {
        RuleEvaluation evaluation =
                RuleEvaluation.of(state, null, group.rule().name(), group.rule().location());
        if (group.value() != null) {
            evaluation.decide("value", new TextValue(group.value()));
        }
        List<AccountDecision.Setting> values = new ArrayList<>();
        for (GroupRules.Value value : group.rule().sets()) {
            Content content = evaluation.content(value.value());
            values.add(new AccountDecision.Setting(value.to(), fitted(content, type, value.to())));
        }
        return values;
    }

    private static Content fitted(Content content, ObjectType type, String attribute) {
        AttributeType wanted = type.attribute(type.index(attribute)).type();
        return Content.of(content.asList().stream()
                .map(value -> Conversion.to(wanted, value))
                .filter(Objects::nonNull)
                .toList());
    }
}
