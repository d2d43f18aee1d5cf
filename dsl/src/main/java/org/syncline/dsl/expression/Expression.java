package org.syncline.dsl.expression;

import java.util.List;
import java.util.Set;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;

/** A compiled expression: checked once, evaluated millions of times, safe for any number of threads. */
public interface Expression {

    /** How an expression depends on the present time. */
    enum Clock {
        /** Not at all. */
        UNREAD,
        /** By comparing it with dates: when the result changes is known ({@link Present#until}). */
        COMPARED,
        /** In other ways: the result may change at any time, and is computed anew every day. */
        COMPUTED_WITH
    }

    /** How an expression depends on the groups that its object is a member of. */
    enum Membership {
        /** Not at all. */
        UNREAD,
        /** On those it is a member of itself. */
        DIRECT,
        /** Also on those that have such a group as a member, at any depth. */
        NESTED
    }

    /** The text as the administrator wrote it. */
    String source();

    /** The tree it was compiled from; null where it was not made of one. */
    default Node tree() {
        return null;
    }

    /** The names that {@link #tree} may use; null where there is none. */
    default Scope scope() {
        return null;
    }

    /** The type of its values; null where only evaluation can tell. */
    AttributeType type();

    /** Whether it may result in several values. */
    boolean multiValued();

    /** The names it reads, as written between the brackets. */
    Set<String> reads();

    /** Whether its result depends on nothing but the attributes it reads; parameters are something else. */
    default boolean readsAttributesOnly() {
        return false;
    }

    /** The names of the lookup tables it reads. */
    default Set<String> looksUp() {
        return Set.of();
    }

    /** How its result depends on the present time. */
    Clock clock();

    /** Which memberships its result depends on. */
    default Membership membership() {
        return Membership.UNREAD;
    }

    /** Whether its result depends on the present time. */
    default boolean readsClock() {
        return clock() != Clock.UNREAD;
    }

    /**
     * The result: a value, several, or one of the three absences.
     *
     * <p>When the evaluation needs an answer it does not have, the question is added to {@link Evaluation#asked()} and the result is
     * meaningless; the caller answers and evaluates again.
     *
     * @throws EvaluationException if a function cannot work with the values it gets
     */
    Content evaluate(Evaluation evaluation);

    /** Whether this condition holds: it results in True; nothing is not True. */
    default boolean holds(Evaluation evaluation) {
        return evaluate(evaluation) == BooleanValue.TRUE;
    }

    /** {@code And}, {@code Or} or {@code Not}, where this is a condition put together of others; null for everything else. */
    default String operator() {
        return null;
    }

    /** The conditions that the {@link #operator()} is about; none without one. Made anew each time. */
    default List<Expression> parts() {
        return List.of();
    }
}
