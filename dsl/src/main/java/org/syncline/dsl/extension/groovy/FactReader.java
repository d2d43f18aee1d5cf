package org.syncline.dsl.extension.groovy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.extension.groovy.HookKind.Role;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/**
 * Makes {@code source.Title} of a hook a call that reads the attribute by its index and with its type, and checks the names of
 * attributes that the hook reads and contributes to.
 */
final class FactReader extends HookTransformer {
    private static final Set<String> FILLING = Set.of("call", "merge", "clear", "keep", "disable");

    private final Statement code;
    private final Map<String, ObjectType> facts = new HashMap<>();
    private final Set<String> takers = new HashSet<>();
    private final ObjectType filled;
    private final Set<String> attributes = new HashSet<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Set<String> unranked = new HashSet<>();
    private boolean isComputed;

    FactReader(SourceUnit source, List<Role> roles, ClosureExpression closure, ObjectType objectType,
            ObjectType identityType) {
        super(source);
        this.code = closure.getCode();
        boolean fillsIdentity = roles.contains(Role.CONTRIBUTE);
        this.filled = fillsIdentity ? identityType : objectType;
        for (int index = 0; index < roles.size(); index++) {
            String name = closure.getParameters()[index].getName();
            ObjectType type = Declared.typeOf(roles.get(index), objectType, identityType);
            if (type != null) {
                facts.put(name, type);
            }
            switch (roles.get(index)) {
                case CONTRIBUTE, EXPORT, CREATE, LEAVE -> takers.add(name);
                default -> {
                    // it takes no values
                }
            }
        }
    }

    Statement read() {
        code.visit(this);
        return code;
    }

    /** The attributes that are filled; null where one is computed. */
    Set<String> attributes() {
        return isComputed ? null : attributes;
    }

    /** The best precedence that stands with an attribute, where each contribution to it has a number. */
    Map<String, Integer> ranks() {
        Map<String, Integer> known = new HashMap<>(ranks);
        known.keySet().removeAll(unranked);
        return known;
    }

    @Override
    Expression replaced(Expression expression) {
        return switch (expression) {
            case PropertyExpression property when property.getClass() == PropertyExpression.class
                    && !property.isSpreadSafe()
                    && property.getProperty() instanceof ConstantExpression name
                    && type(property.getObjectExpression()) != null ->
                    read(property, property.getObjectExpression(), name.getText());
            case BinaryExpression index when index.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
                    && index.getRightExpression() instanceof ConstantExpression name
                    && name.getValue() instanceof String text
                    && type(index.getLeftExpression()) != null -> read(index, index.getLeftExpression(), text);
            case MethodCallExpression call -> {
                note(call);
                yield call.transformExpression(this);
            }
            default -> expression.transformExpression(this);
        };
    }

    private ObjectType type(Expression expression) {
        return expression instanceof VariableExpression variable ? facts.get(variable.getName()) : null;
    }

    private Expression read(Expression place, Expression object, String name) {
        ObjectType type = type(object);
        MethodCallExpression call;
        if (type.has(name)) {
            AttributeDefinition attribute = type.attribute(type.index(name));
            call = new MethodCallExpression(object, ScriptedObject.reader(attribute),
                    new ArgumentListExpression(new ConstantExpression(type.index(name), true)));
        } else if (name.equals("anchor")) {
            call = new MethodCallExpression(object, name, new ArgumentListExpression());
        } else {
            unknown(place, name, type);
            return place;
        }
        call.setImplicitThis(false);
        call.setSourcePosition(place);
        call.getMethod().setSourcePosition(place);
        return Generated.mark(call);
    }

    private void unknown(Expression place, String name, ObjectType type) {
        Collection<String> known = type.attributes().stream().map(AttributeDefinition::name).toList();
        String meant = NearestName.to(name, known);
        Refusal.report(getSourceUnit(), place, "Unknown attribute '" + name + "' of '" + type.name() + "'",
                meant == null ? "one of " + String.join(", ", known) : "did you mean " + meant + "?");
    }

    /** Notes what a call of {@code contribute} and the like fills. */
    private void note(MethodCallExpression call) {
        boolean isDirect = call.isImplicitThis() && takers.contains(call.getMethodAsString());
        boolean isOn = call.getObjectExpression() instanceof VariableExpression variable
                && takers.contains(variable.getName())
                && FILLING.contains(call.getMethodAsString());
        if (isDirect || isOn) {
            List<Expression> arguments = ((TupleExpression) call.getArguments()).getExpressions();
            if (!arguments.isEmpty()) {
                note(arguments.getFirst());
                rank(arguments);
            }
        }
    }

    private void rank(List<Expression> arguments) {
        if (arguments.getFirst() instanceof ConstantExpression name && name.getValue() instanceof String text) {
            if (arguments.getLast() instanceof ConstantExpression last && last.getValue() instanceof Integer rank) {
                ranks.merge(text, rank, Math::min);
            } else {
                unranked.add(text);
            }
        }
    }

    private void note(Expression filling) {
        switch (filling) {
            case MapExpression values -> values.getMapEntryExpressions()
                    .forEach(entry -> note(entry.getKeyExpression()));
            case ConstantExpression name when name.getValue() instanceof String text -> {
                attributes.add(text);
                if (!filled.has(text) && !text.equals(Leave.MOVE_TO)) {
                    unknown(filling, text, filled);
                }
            }
            default -> isComputed = true;
        }
    }
}
