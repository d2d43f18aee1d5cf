package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.xml.binding.EmptyGroup;
import org.syncline.dsl.xml.binding.ForEach;
import org.syncline.dsl.xml.binding.Group;
import org.syncline.dsl.xml.binding.GroupValue;
import org.syncline.dsl.xml.binding.Groups;
import org.syncline.dsl.xml.binding.MembershipRule;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** Reads files of groups that follow from attributes. */
final class GroupRulesReader {
    private final SourceFile file;
    private final Groups root;
    private final Schemas schemas;
    private final Parameters parameters;
    private final NameLookup lookup;
    private final Expressions expressions;

    GroupRulesReader(Document<Groups> document, Schemas schemas, Parameters parameters) {
        this.file = document.file();
        this.root = document.root();
        this.schemas = schemas;
        this.parameters = parameters;
        this.lookup = new NameLookup(file, schemas);
        this.expressions = new Expressions(file, lookup, parameters);
    }

    GroupRules read() {
        List<Object> parts = root.getIncludeOrForEachOrGroup();
        Optional<ObjectType> type =
                lookup.metaverseType(root, "metaverse-type", root.getMetaverseType()).map(MetaverseType::type);
        lookup.attribute(root, "name-to", type.orElse(null), root.getNameTo())
                .filter(name -> name.type() != AttributeType.STRING || name.multiValued())
                .ifPresent(name -> file.problem(root, "name-to",
                        "'" + name.name() + "' cannot hold the name of a group", "it must hold one text"));
        lookup.attribute(root, "members-to", type.orElse(null), root.getMembersTo())
                .filter(members -> !members.isSetOfReferences())
                .ifPresent(members -> file.problem(root, "members-to",
                        "'" + members.name() + "' cannot hold members",
                        "declare it with type=\"reference\" multi-valued=\"true\""));
        return new GroupRules(
                root.getMetaverseType(),
                root.getNameTo(),
                root.getMembersTo(),
                Parts.all(parts, MembershipRule.class).stream()
                        .map(rule -> rule(rule, type))
                        .flatMap(Optional::stream)
                        .toList(),
                file.location(root));
    }

    private Optional<GroupRules.Rule> rule(MembershipRule rule, Optional<ObjectType> groups) {
        Optional<ObjectType> members =
                lookup.metaverseType(rule, "of", rule.getOf()).map(MetaverseType::type);
        GroupRules.Rule read = new GroupRules.Rule(
                name(rule),
                valueOf(rule, members),
                rule.getOf(),
                expressions.condition(rule.getWhen(), scope(members)),
                sets(rule, groups),
                rule.getWhenEmpty() == EmptyGroup.END,
                file.location(rule));
        return Optional.of(read).filter(found -> rule.isEnabled());
    }

    private Scope scope(Optional<ObjectType> members) {
        return members
                .map(type -> Scope.of(type, parameters.values()).withReferenced(schemas.metaverseTypes()))
                .orElse(Scope.byName(parameters.values()));
    }

    private String name(MembershipRule rule) {
        return switch (rule) {
            case ForEach each -> {
                if (each.getName() != null && !each.getName().contains(GroupRules.VALUE)) {
                    file.problem(each, "name", "All these groups would have the name '" + each.getName() + "'",
                            "put {value} into it, as in \"Department {value}\"");
                }
                yield each.getName();
            }
            case Group group -> group.getName();
            default -> throw new IllegalStateException("No rule of members: " + rule.getClass());
        };
    }

    private String valueOf(MembershipRule rule, Optional<ObjectType> members) {
        if (!(rule instanceof ForEach each)) {
            return null;
        }
        Optional<AttributeDefinition> attribute =
                lookup.attribute(each, "value-of", members.orElse(null), each.getValueOf());
        attribute.filter(found -> found.type() == AttributeType.REFERENCE)
                .ifPresent(found -> file.problem(each, "value-of",
                        "'" + found.name() + "' refers to objects, which give a group no name",
                        "take an attribute that holds text"));
        return each.getValueOf();
    }

    private List<GroupRules.Value> sets(MembershipRule rule, Optional<ObjectType> groups) {
        List<GroupRules.Value> sets = new ArrayList<>();
        for (GroupValue value : rule.getSet()) {
            Optional<AttributeDefinition> target =
                    lookup.attribute(value, "to", groups.orElse(null), value.getTo());
            checkFree(value);
            Expression expression = expressions.text((Locatable) value, valueScope(rule));
            ValueTypes.checkExported(file, value, expression, target);
            sets.add(new GroupRules.Value(value.getTo(), expression));
        }
        return sets;
    }

    private void checkFree(GroupValue value) {
        if (value.getTo() != null && List.of(root.getNameTo(), root.getMembersTo()).contains(value.getTo())) {
            file.problem(value, "to", "'" + value.getTo() + "' holds the name or the members of the group",
                    "set another attribute");
        }
    }

    /** A group has no values but those its rule gives it. */
    private Scope valueScope(MembershipRule rule) {
        return Scope.ofNothing(parameters.values())
                .withDecided(rule instanceof ForEach ? Set.of("value") : Set.of());
    }
}
