package org.syncline.dsl.extension.drools;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.extension.PlainValues;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;

/**
 * What a rule is about. Rules see of it what its public methods show, and answer through them; used by one thread.
 *
 * @param <R> what rules answer with
 */
public abstract sealed class RuleFact<R> permits ImportFlow, ExportFlow, JoinResolution, Provisioning {
    /** How often rules may fire for one fact. */
    static final int MOST_FIRINGS = 10_000;

    private static final Comparator<Given<?>> BY_RULE = Comparator.comparingInt(one -> one.by().order());

    private record Given<R>(CompiledRule by, R answer) {}

    private final Present present;
    private final BitSet spoken = new BitSet();
    private final List<Given<R>> given = new ArrayList<>();
    private List<Given<Failure>> failures = List.of();
    private CompiledRule firing;
    private CompiledRule updating;
    private int firings;

    RuleFact(Present present) {
        this.present = present;
    }

    public final Instant getNow() {
        present.changesAtMidnight();
        return present.now();
    }

    /** Has a rule answer from now on; false if it must not. */
    final boolean beginFiring(CompiledRule rule) {
        firing = rule;
        updating = rule.updates() ? rule : updating;
        firings++;
        if (firings == MOST_FIRINGS + 1) {
            CompiledRule cause = updating == null ? rule : updating;
            fail(cause,
                    cause.failure("The rule makes rules fire again and again for one object. Take 'update' and 'modify'"
                            + " out of it, or give it the attribute no-loop."));
        }
        return firings <= MOST_FIRINGS && (failures.isEmpty() || !hasFailed(rule));
    }

    final CompiledRule firing() {
        return firing;
    }

    final void give(R answer) {
        spoken.set(firing.order());
        given.add(new Given<>(firing, answer));
    }

    /** Whether the rule that fires answered before. */
    final boolean hasSpoken() {
        return spoken.get(firing.order());
    }

    /** What the rule that fires answered already, of some kind. */
    final R alreadyGiven(Predicate<R> sought) {
        for (Given<R> one : given) {
            if (one.by() == firing && sought.test(one.answer())) {
                return one.answer();
            }
        }
        return null;
    }

    /** Whether any rule answered something of a kind. */
    final boolean isGiven(Predicate<R> sought) {
        return given.stream().map(Given::answer).anyMatch(sought);
    }

    final void withdraw(R answer) {
        given.removeIf(one -> one.answer() == answer);
    }

    /** What a rule gives as a value, in a form that flows. */
    final KnownResult result(Object value) {
        return new KnownResult(firing.place(), PlainValues.content(value), firing.reads());
    }

    /** Takes back what a rule answered, and says why; once for each rule. */
    final void fail(CompiledRule rule, Failure failure) {
        given.removeIf(one -> one.by() == rule);
        if (failures.stream().noneMatch(one -> one.by() == rule)) {
            failures = new ArrayList<>(failures);
            failures.add(new Given<>(rule, failure));
        }
    }

    private boolean hasFailed(CompiledRule rule) {
        return failures.stream().anyMatch(one -> one.by() == rule);
    }

    /** All that rules answered, in the order of the rules. */
    final ExtensionAnswer<R> answer() {
        return given.isEmpty() && failures.isEmpty()
                ? ExtensionAnswer.none()
                : new ExtensionAnswer<>(inOrder(given), inOrder(failures));
    }

    private static <T> List<T> inOrder(List<Given<T>> answers) {
        if (answers.size() > 1) {
            answers.sort(BY_RULE);
        }
        List<T> inOrder = new ArrayList<>(answers.size());
        for (Given<T> one : answers) {
            inOrder.add(one.answer());
        }
        return inOrder;
    }
}
