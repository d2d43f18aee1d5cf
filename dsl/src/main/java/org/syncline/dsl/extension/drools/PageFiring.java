package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kie.api.runtime.KieSession;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;

/**
 * Fires rules over a page: all facts in one session. Where a condition ends in an exception, which ends the session, each rule is
 * fired over the page alone, and the rule that fails over each fact alone.
 */
final class PageFiring<F, R> {
    private final RuleBase base;
    private final Hook hook;
    private final Function<F, RuleFact<R>> shown;
    private final Firing firing;

    PageFiring(RuleBase base, Hook hook, Function<F, RuleFact<R>> shown, Firing firing) {
        this.base = base;
        this.hook = hook;
        this.shown = shown;
        this.firing = firing;
    }

    List<ExtensionAnswer<R>> answers(List<F> facts) {
        try {
            return together(base, facts);
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            return ruleByRule(facts);
        }
    }

    private List<ExtensionAnswer<R>> together(RuleBase rules, List<F> facts) {
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

    private List<ExtensionAnswer<R>> ruleByRule(List<F> facts) {
        List<ExtensionAnswer<R>> answers = new ArrayList<>();
        facts.forEach(fact -> answers.add(ExtensionAnswer.none()));
        for (CompiledRule rule : base.rules()) {
            if (rule.declared().hook() == hook) {
                List<ExtensionAnswer<R>> ofRule = ofRule(rule, facts);
                for (int fact = 0; fact < answers.size(); fact++) {
                    answers.set(fact, answers.get(fact).and(ofRule.get(fact)));
                }
            }
        }
        return answers;
    }

    private List<ExtensionAnswer<R>> ofRule(CompiledRule rule, List<F> facts) {
        RuleBase alone = base.alone(rule);
        try {
            return together(alone, facts);
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            return facts.stream().map(fact -> ofFact(alone, rule, fact)).toList();
        }
    }

    private ExtensionAnswer<R> ofFact(RuleBase alone, CompiledRule rule, F fact) {
        try {
            return together(alone, List.of(fact)).getFirst();
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            return new ExtensionAnswer<>(List.of(), List.of(rule.failure(failed)));
        }
    }
}
