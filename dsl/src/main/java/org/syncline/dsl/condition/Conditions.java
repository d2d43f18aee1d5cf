package org.syncline.dsl.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.syncline.dsl.condition.Formula.All;
import org.syncline.dsl.condition.Formula.Atom;
import org.syncline.dsl.condition.Formula.Not;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Node;
import org.syncline.dsl.expression.NodeText;

/**
 * Reasons about conditions over one object, without any object.
 *
 * <p>What it denies is denied for every object there may be. What it does not understand may hold or not, and when there is too much to
 * look at it denies nothing. A condition that is null always holds.
 */
public final class Conditions {
    private static final int STEPS = 10_000;
    private static final Set<String> CHOOSING = Set.of("Or", "Not");

    private final Formula formula;
    private final List<List<World>> questions;
    private int steps;

    private Conditions(Formula formula) {
        this.formula = formula;
        this.questions = questions(formula);
    }

    /** Whether there may be an object for which all of the conditions hold. */
    public static boolean canHold(Collection<Expression> conditions) {
        return new Conditions(all(conditions)).canHold(0, World.UNKNOWN);
    }

    /** Whether a condition holds for every object for which the others hold. */
    public static boolean follows(Expression condition, Collection<Expression> others) {
        Formula contradiction = new All(List.of(all(others), new Not(all(listOf(condition)))));
        return !new Conditions(contradiction).canHold(0, World.UNKNOWN);
    }

    /** The first alternative or negated part within a condition that can never hold; empty if each may. */
    public static Optional<Expression> impossiblePart(Expression condition) {
        boolean chooses = condition.tree() instanceof Node.Call call && CHOOSING.contains(call.function());
        for (Expression part : condition.parts()) {
            if (chooses && !canHold(List.of(part))) {
                return Optional.of(part);
            }
            Optional<Expression> deeper = impossiblePart(part);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    /** The first {@code Or} within a condition that any value of its one attribute meets, though no part of it does by itself. */
    public static Optional<Expression> idleChoice(Expression condition) {
        if (isIdleChoice(condition)) {
            return Optional.of(condition);
        }
        return condition.parts().stream().map(Conditions::idleChoice).flatMap(Optional::stream).findFirst();
    }

    private static boolean isIdleChoice(Expression condition) {
        if (!(condition.tree() instanceof Node.Call call) || !call.function().equals("Or")
                || !condition.readsAttributesOnly() || condition.reads().size() != 1) {
            return false;
        }
        List<Expression> present = List.of(present(condition));
        return follows(condition, present)
                && condition.parts().stream().noneMatch(part -> follows(part, present));
    }

    /** That the one attribute which a condition reads has a value. */
    private static Expression present(Expression condition) {
        Node.Position nowhere = condition.tree().position();
        Node attribute = new Node.Attribute(condition.reads().iterator().next(), nowhere);
        Node present = new Node.Call("IsPresent", List.of(attribute), nowhere);
        try {
            return ExpressionCompiler.compile(present, NodeText.of(present), condition.scope());
        } catch (ExpressionException mistake) {
            throw new IllegalStateException("What was read cannot be read: " + condition.source(), mistake);
        }
    }

    private static Formula all(Collection<Expression> conditions) {
        return new All(conditions.stream().filter(Objects::nonNull).map(FormulaReader::read).toList());
    }

    private static List<Expression> listOf(Expression condition) {
        return condition == null ? List.of() : List.of(condition);
    }

    /** What has to be decided of an object, with the possible answers; an atom that depends on an attribute may remain open after it. */
    private static List<List<World>> questions(Formula formula) {
        Map<ReadAttribute, List<Atom>> byAttribute = new LinkedHashMap<>();
        Map<String, Atom> atoms = new LinkedHashMap<>();
        formula.atoms().forEach(atom -> atoms.putIfAbsent(atom.text(), atom));
        atoms.values().forEach(atom -> ReadAttribute.of(atom)
                .ifPresent(read -> byAttribute.computeIfAbsent(read, any -> new ArrayList<>()).add(atom)));
        List<List<World>> questions = new ArrayList<>();
        byAttribute.forEach((attribute, about) -> questions.add(Domain.of(attribute, about)));
        atoms.keySet().forEach(atom -> questions.add(List.of(
                new World(Map.of(atom, Truth.TRUE)), new World(Map.of(atom, Truth.FALSE)))));
        return questions;
    }

    private boolean canHold(int question, World world) {
        Truth truth = formula.in(world);
        if (truth != Truth.OPEN || ++steps > STEPS) {
            return truth != Truth.FALSE;
        }
        for (World answer : questions.get(question)) {
            if (world.allows(answer) && canHold(question + 1, world.with(answer))) {
                return true;
            }
        }
        return false;
    }
}
