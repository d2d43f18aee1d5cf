package org.syncline.dsl.extension.drools;

import org.kie.api.runtime.rule.ConsequenceExceptionHandler;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleRuntime;

/** Notes that a consequence ended in an exception; the other rules go on. Made by Drools. */
public final class FailedConsequence implements ConsequenceExceptionHandler {
    @Override
    public void handleException(Match match, RuleRuntime runtime, Exception exception) {
        RuleFact<?> fact = Firing.fact(match);
        fact.fail(fact.firing(), fact.firing().failure(exception));
    }
}
