package org.syncline.dsl.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.schema.identity.AttributeType;

/** Checks the types of a call's arguments, as far as they are known before evaluation. */
final class ArgumentCheck {
    private ArgumentCheck() {}

    static void check(Function function, Node.Call call, List<Term> terms, Mistakes mistakes) {
        int several = 0;
        for (int index = 0; index < terms.size(); index++) {
            Parameter parameter = function.parameter(index);
            Shape shape = terms.get(index).shape();
            Node node = call.arguments().get(index);
            boolean fits = checkType(function, parameter, shape, node, mistakes);
            if (fits && shape.isMany()) {
                several += parameter.kind() == Parameter.Kind.EACH ? 1 : 0;
                checkNumber(function, parameter, node, several, mistakes);
            }
        }
    }

    private static boolean checkType(Function function, Parameter parameter, Shape shape, Node node,
            Mistakes mistakes) {
        Set<AttributeType> wanted = parameter.types();
        if (wanted.isEmpty() || shape.type() == null || wanted.contains(shape.type())) {
            return true;
        }
        if (function.name().equals("+") && shape.type() == AttributeType.STRING) {
            mistakes.add(
                    Kind.TYPE, node.position(),
                    "The operator + adds whole numbers, but " + Naming.of(node) + " is a text",
                    "& to join texts, or CNum(" + Naming.of(node) + ") to add");
            return false;
        }
        String conversion = Naming.conversion(shape.type(), wanted.iterator().next());
        mistakes.add(
                Kind.TYPE,
                node.position(),
                function.title() + " needs " + wanted.stream().map(Naming::ofType).collect(Collectors.joining(" or "))
                        + " as '" + parameter.name() + "', but " + Naming.of(node) + " is "
                        + Naming.ofType(shape.type())
                        + (conversion == null ? "" : "; convert it with " + conversion),
                conversion == null ? null : conversion + "(" + Naming.of(node) + ")");
        return false;
    }

    private static void checkNumber(Function function, Parameter parameter, Node node, int several, Mistakes mistakes) {
        if (parameter.kind() == Parameter.Kind.ONE || parameter.kind() == Parameter.Kind.EACH && several > 1) {
            mistakes.add(
                    Kind.TYPE,
                    node.position(),
                    function.title() + " needs one value as '" + parameter.name() + "', but " + Naming.of(node)
                            + " may hold several: " + Naming.HOW_TO_GET_ONE,
                    "Item(" + Naming.of(node) + ", 1)");
        }
    }
}
