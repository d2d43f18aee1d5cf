package org.syncline.dsl.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a tree as the text it could have been parsed from. */
public final class NodeText {
    private static final Set<String> OPERATORS =
            Set.of("And", "Or", "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "&");

    private NodeText() {}

    public static String of(Node node) {
        return switch (node) {
            case Node.Text text -> '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Node.Number number -> Long.toString(number.number());
            case Node.Word word -> word.word();
            case Node.Attribute attribute -> "[" + attribute.name() + "]";
            case Node.Parameter parameter -> "%" + parameter.name() + "%";
            case Node.Decided decided -> "{" + decided.name() + "}";
            case Node.Call call -> of(call);
        };
    }

    private static String of(Node.Call call) {
        List<Node> arguments = call.arguments();
        if (OPERATORS.contains(call.function()) && arguments.size() > 1) {
            return arguments.stream()
                    .map(NodeText::operand)
                    .collect(Collectors.joining(" " + call.function() + " "));
        }
        if (call.function().equals("Not") || call.function().equals("-")) {
            return call.function() + " " + operand(arguments.getFirst());
        }
        return arguments.stream().map(NodeText::of).collect(Collectors.joining(", ", call.function() + "(", ")"));
    }

    private static String operand(Node node) {
        boolean nested = node instanceof Node.Call call && OPERATORS.contains(call.function());
        return nested ? "(" + of(node) + ")" : of(node);
    }
}
