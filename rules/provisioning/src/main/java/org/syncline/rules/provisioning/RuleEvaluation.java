package org.syncline.rules.provisioning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Connection;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** Evaluates the expressions of one rule over an identity and its account; stops at questions and failures. */
final class RuleEvaluation {
    private final IdentityState state;
    private final Evaluation evaluation;
    private final Map<String, Content> decided;
    private final String rule;
    private final RuleLocation location;

    private RuleEvaluation(
            IdentityState state, Evaluation evaluation, Map<String, Content> decided, String rule,
            RuleLocation location) {
        this.state = state;
        this.evaluation = evaluation;
        this.decided = decided;
        this.rule = rule;
        this.location = location;
    }

    /** @param account whose values {@code [target.x]} reads; null for none */
    static RuleEvaluation of(IdentityState state, ConnectorSpaceObject account, String rule, RuleLocation location) {
        return account == null
                ? of(state, null, null, rule, location)
                : of(state, present(account), account.anchor(), rule, location);
    }

    /** @param target what {@code [target.x]} reads; null for nothing */
    static RuleEvaluation of(
            IdentityState state, Attributes target, Anchor anchor, String rule, RuleLocation location) {
        Evaluation evaluation = new Evaluation(state.present(), state.answers())
                .source(state.identity().attributes())
                .target(target)
                .anchor(anchor)
                .identity(state.identity().id())
                .connectedTo(connections(state))
                .changed(state.changed());
        return new RuleEvaluation(state, evaluation, new HashMap<>(), rule, location);
    }

    /** What it holds, or is to be created with. */
    static Attributes present(ConnectorSpaceObject account) {
        Attributes exported = account.hologram().exported();
        return exported != null ? exported : account.draft();
    }

    /** What was deleted, and is kept so that it is not created again, connects to nothing. */
    private static Set<Connection> connections(IdentityState state) {
        return state.accounts().stream()
                .filter(account -> account.anchor() != null || present(account) != null)
                .map(account -> new Connection(account.connector(), account.type().name()))
                .collect(Collectors.toSet());
    }

    /** The same for another rule, which has decided nothing yet. */
    RuleEvaluation about(String rule, RuleLocation location) {
        return new RuleEvaluation(state, evaluation, new HashMap<>(), rule, location);
    }

    /** The same as if every attribute of the identity had changed in this pass. */
    RuleEvaluation asIfAllHadChanged(ConnectorSpaceObject account) {
        return of(state.withAllChanged(), account, rule, location);
    }

    IdentityState state() {
        return state;
    }

    /** Whether a condition holds; none always does. */
    boolean holds(Expression condition) {
        return condition == null || ask(condition::holds);
    }

    /** What an expression results in; an empty text is nothing. */
    Content content(Expression expression) {
        return ask(expression::evaluate).withoutEmptyTexts();
    }

    private <T> T ask(Function<Evaluation, T> question) {
        try {
            T answer = question.apply(evaluation.decided(decided));
            if (!evaluation.asked().isEmpty()) {
                List<Question> questions = evaluation.asked().stream().distinct().toList();
                evaluation.asked().clear();
                throw new Stop(new AccountDecision.Asks(questions));
            }
            return answer;
        } catch (EvaluationException failure) {
            throw failed("rule-failure", failure.getMessage());
        }
    }

    /** The text of a single value; null for none, and for an empty one. */
    String text(Expression expression) {
        Content content = content(expression);
        if (content instanceof Absence) {
            return null;
        }
        if (content instanceof Value value) {
            return value.text().isEmpty() ? null : value.text();
        }
        throw failed("rule-failure", "'" + expression.source() + "' results in " + content.count()
                + " values where one is needed; choose one of them.");
    }

    /** What an expression reads as <code>{name}</code> from now on. */
    void decide(String name, Content content) {
        decided.put(name, content);
    }

    /** {@link Absence#NULL} if the rule has not decided it. */
    Content decided(String name) {
        return decided.getOrDefault(name, Absence.NULL);
    }

    Stop failed(String code, String message) {
        return new Stop(new AccountDecision.Failed(rule, location, code, message));
    }
}
