package org.syncline.dsl.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Makes one call of many arguments of calls of {@code And}, {@code Or} or {@code &} inside each other.
 *
 * <p>So a long chain is no deep tree.
 */
final class Chains {
    private static final Set<String> OPERATORS = Set.of("And", "Or", "&");

    private Chains() {}

    static Node.Call flattened(Node.Call call) {
        if (!OPERATORS.contains(call.function()) || !continues(call)) {
            return call;
        }
        Deque<Node> operands = new ArrayDeque<>();
        Node.Call link = call;
        while (continues(link)) {
            prepend(operands, link.arguments().subList(1, link.arguments().size()));
            link = (Node.Call) link.arguments().getFirst();
        }
        prepend(operands, link.arguments());
        return new Node.Call(call.function(), List.copyOf(operands), call.position());
    }

    private static boolean continues(Node.Call call) {
        return call.arguments().size() > 1 && call.arguments().getFirst() instanceof Node.Call first
                && first.function().equals(call.function()) && first.arguments().size() > 1;
    }

    private static void prepend(Deque<Node> operands, List<Node> nodes) {
        nodes.reversed().forEach(operands::addFirst);
    }
}
