package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kie.api.runtime.KieSession;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;

/**
 * Fires rules over a page: all facts in one session. Where a condition ends in an exception, which ends the session, each rule is
 * fired over the page alone, and the rule that fails over each fact alone; so it is where a condition must not be looked at.
 */
final class PageFiring<F, R> {
    private final RuleBase base;
    private final Hook hook;
    private final Function<F, RuleFact<R>> shown;
    private final BiPredicate<ExtensionRule, F> mayBeAbout;
    private final Quarantine quarantine;

    PageFiring(
            RuleBase base, Hook hook, Function<F, RuleFact<R>> shown, BiPredicate<ExtensionRule, F> mayBeAbout,
            Quarantine quarantine) {
        this.base = base;
        this.hook = hook;
        this.shown = shown;
        this.mayBeAbout = mayBeAbout;
        this.quarantine = quarantine;
    }

    List<ExtensionAnswer<R>> answers(List<F> facts, Firing firing) {
        if (rules().anyMatch(quarantine::holdsCondition)) {
            return ruleByRule(facts, firing);
        }
        try {
            return together(base, facts, firing);
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            return ruleByRule(facts, firing);
        }
    }

    private List<ExtensionAnswer<R>> together(RuleBase rules, List<F> facts, Firing firing) {
        List<RuleFact<R>> inserted = new ArrayList<>(facts.size());
        KieSession session = rules.session();
        try {
            for (F fact : facts) {
                inserted.add(shown.apply(fact));
                session.insert(inserted.getLast());
            }
            session.fireAllRules(firing.of(rules), facts.size() * RuleFact.MOST_FIRINGS);
        } finally {
            session.dispose();
        }
        return inserted.stream().map(RuleFact::answer).toList();
    }

    private Stream<CompiledRule> rules() {
        return base.rules().stream().filter(rule -> rule.declared().hook() == hook);
    }

    /** What firing each of the rules alone is, to find one that does not come to an end. */
    Map<CompiledRule, Runnable> alone(List<F> facts) {
        Map<CompiledRule, Runnable> alone = new LinkedHashMap<>();
        rules().filter(rule -> !quarantine.holdsCondition(rule))
                .forEach(rule -> {
                    RuleBase one = base.alone(rule);
                    alone.put(rule, () -> together(one, facts, new Firing(quarantine)));
                });
        return alone;
    }

    private List<ExtensionAnswer<R>> ruleByRule(List<F> facts, Firing firing) {
        List<ExtensionAnswer<R>> answers = new ArrayList<>();
        facts.forEach(fact -> answers.add(ExtensionAnswer.none()));
        rules().forEach(rule -> {
            List<ExtensionAnswer<R>> ofRule =
                    quarantine.holdsCondition(rule) ? refused(rule, facts) : ofRule(rule, facts, firing);
            for (int fact = 0; fact < answers.size(); fact++) {
                answers.set(fact, answers.get(fact).and(ofRule.get(fact)));
            }
        });
        return answers;
    }

    /** Whoever a rule may be about gets an error: nobody can look at its condition. */
    private List<ExtensionAnswer<R>> refused(CompiledRule rule, List<F> facts) {
        return facts.stream()
                .map(fact -> mayBeAbout.test(rule.declared(), fact)
                        ? new ExtensionAnswer<R>(List.of(), List.of(rule.failure(Firing.ENDLESS)))
                        : ExtensionAnswer.<R>none())
                .toList();
    }

    private List<ExtensionAnswer<R>> ofRule(CompiledRule rule, List<F> facts, Firing firing) {
        RuleBase alone = base.alone(rule);
        try {
            return together(alone, facts, firing);
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            return facts.stream().map(fact -> ofFact(alone, rule, fact, firing)).toList();
        }
    }

    private ExtensionAnswer<R> ofFact(RuleBase alone, CompiledRule rule, F fact, Firing firing) {
        try {
            return together(alone, List.of(fact), firing).getFirst();
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            return new ExtensionAnswer<>(List.of(), List.of(rule.failure(failed)));
        }
    }
}
