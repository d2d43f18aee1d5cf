package org.syncline.dsl.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.dsl.condition.Formula.Atom;
import org.syncline.dsl.expression.ConstantComparison;
import org.syncline.dsl.expression.Node;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * What one attribute may hold, as far as some atoms can tell: nothing, each of the constants they compare it with, another spelling of
 * such a constant, and whatever lies between two of them. Together these leave no value out.
 */
final class Domain {
    private static final Comparator<Value> ORDER = (left, right) -> switch (left) {
        case TextValue text -> text.text().compareToIgnoreCase(((TextValue) right).text());
        case IntegerValue number -> Long.compare(number.number(), ((IntegerValue) right).number());
        case DateValue date -> date.instant().compareTo(((DateValue) right).instant());
        default -> throw new IllegalArgumentException("No order: " + left.type());
    };

    private final ReadAttribute attribute;
    private final List<Atom> atoms;
    private final Map<String, ConstantComparison> comparisons = new HashMap<>();
    private final List<World> worlds = new ArrayList<>();

    private Domain(ReadAttribute attribute, List<Atom> atoms) {
        this.attribute = attribute;
        this.atoms = atoms;
        atoms.forEach(atom -> ConstantComparison.of(atom.expression().tree(), atom.expression().scope())
                .ifPresent(comparison -> comparisons.put(atom.text(), comparison)));
    }

    /** What may be true of atoms that depend on one attribute alone. */
    static List<World> of(ReadAttribute attribute, List<Atom> atoms) {
        Domain domain = new Domain(attribute, atoms);
        domain.addExactly(Absence.NULL);
        domain.addValues();
        return domain.worlds;
    }

    private void addValues() {
        if (attribute.definition().multiValued()) {
            worlds.add(World.UNKNOWN);
            return;
        }
        switch (attribute.definition().type()) {
            case BOOLEAN -> List.of(BooleanValue.TRUE, BooleanValue.FALSE).forEach(this::addExactly);
            case STRING -> addTexts();
            case INTEGER, DATE -> addOrdered();
            case BINARY, REFERENCE -> worlds.add(World.UNKNOWN);
        }
    }

    private void addOrdered() {
        List<Value> constants = constants();
        constants.forEach(this::addExactly);
        for (int index = -1; index < constants.size(); index++) {
            boolean isInside = index >= 0 && index + 1 < constants.size();
            if (!isInside || !areNeighbours(constants.get(index), constants.get(index + 1))) {
                addBetween(constants, index);
            }
        }
    }

    private static boolean areNeighbours(Value lower, Value upper) {
        return lower instanceof IntegerValue first && upper instanceof IntegerValue second
                && first.number() + 1 == second.number();
    }

    /** No text comes before the empty one. */
    private void addTexts() {
        List<Value> constants = constants();
        for (int index = 0; index < constants.size(); index++) {
            Value constant = constants.get(index);
            spellings(constant).forEach(this::addExactly);
            addOtherSpelling(constant);
            addBetween(constants, index);
        }
    }

    private List<Value> constants() {
        TreeSet<Value> constants = new TreeSet<>(ORDER);
        comparisons.values().forEach(comparison -> constants.add(comparison.constant()));
        if (attribute.definition().type() == AttributeType.STRING) {
            constants.add(new TextValue(""));
        }
        return List.copyOf(constants);
    }

    private List<Value> spellings(Value constant) {
        List<Value> spellings = new ArrayList<>(comparisons.values().stream()
                .map(ConstantComparison::constant)
                .filter(other -> ORDER.compare(constant, other) == 0)
                .distinct()
                .toList());
        return spellings.isEmpty() ? List.of(constant) : spellings;
    }

    private void addExactly(Content content) {
        add(atom -> attribute.truth(atom.expression(), content));
    }

    private void addOtherSpelling(Value constant) {
        if (!hasOtherSpelling(constant.text())) {
            return;
        }
        add(atom -> {
            ConstantComparison comparison = comparisons.get(atom.text());
            boolean isBlind = comparison == null
                    ? Spelling.isIgnoredBy(atom.expression().tree())
                    : comparison.ignoresCase();
            return isBlind
                    ? attribute.truth(atom.expression(), constant)
                    : comparison == null ? presence(atom) : Truth.FALSE;
        });
    }

    private static boolean hasOtherSpelling(String text) {
        return text.codePoints().anyMatch(character -> Character.isLetter(character) || character > 127);
    }

    /** The values that come after one constant and before the next. */
    private void addBetween(List<Value> constants, int index) {
        add(atom -> {
            ConstantComparison comparison = comparisons.get(atom.text());
            if (comparison == null) {
                return presence(atom);
            }
            boolean isAbove = index >= 0 && ORDER.compare(constants.get(index), comparison.constant()) >= 0;
            return Truth.of(isAbove ? comparison.above() : comparison.below());
        });
    }

    /** What atoms say that ask only whether there is a value, of one that is not the empty text. */
    private static Truth presence(Atom atom) {
        if (!(atom.expression().tree() instanceof Node.Call call)
                || !(call.arguments().getFirst() instanceof Node.Attribute)) {
            return Truth.OPEN;
        }
        return switch (call.function()) {
            case "IsPresent" -> Truth.TRUE;
            case "IsNull", "IsNullOrEmpty", "IsEmpty" -> Truth.FALSE;
            default -> Truth.OPEN;
        };
    }

    private void add(Function<Atom, Truth> truths) {
        worlds.add(new World(atoms.stream()
                .collect(Collectors.toMap(Atom::text, truths, (truth, same) -> truth))));
    }
}
