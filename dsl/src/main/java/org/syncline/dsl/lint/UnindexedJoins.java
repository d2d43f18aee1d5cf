package org.syncline.dsl.lint;

import java.util.List;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Match;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.ObjectType;

/** Finds joins on attributes of the metaverse that are not indexed. */
final class UnindexedJoins {
    private UnindexedJoins() {}

    static List<Lint> in(Ruleset ruleset) {
        return ruleset.joinRules().stream()
                .flatMap(rules -> rules.criteria().stream()
                        .flatMap(join -> in(join, rules, ruleset.metaverse().get(rules.metaverseType()).type())))
                .toList();
    }

    private static Stream<Lint> in(Criterion join, JoinRules rules, ObjectType identity) {
        return join.matches().stream()
                .map(Match::with)
                .filter(attribute -> !identity.attribute(identity.index(attribute)).indexed())
                .map(attribute -> new Lint(
                        LintCode.JOIN_NOT_INDEXED, join.location(),
                        "The join matches with " + rules.metaverseType() + "." + attribute + ", which is not indexed",
                        "declare the attribute with indexed=\"true\" in syncline.xml"));
    }
}
