package org.syncline.dsl.expression;

import java.util.List;
import java.util.Set;
import org.syncline.dsl.expression.ExpressionException.Kind;

/**
 * The arguments of one call, compiled and checked against the function's parameters.
 *
 * @param nodes what was written; shorter than the terms where parameters were left out
 * @param terms one for every parameter, more where they are repeated
 */
record Arguments(Node.Call call, List<Node> nodes, List<Term> terms, Compilation compilation) {

    Term get(int index) {
        return terms.get(index);
    }

    int count() {
        return terms.size();
    }

    /** The text of an argument known when it is compiled; null if it is not. */
    String constantText(int index) {
        return terms.get(index) instanceof Constant constant && constant.shape().equals(Shape.TEXT)
                ? constant.text(null)
                : null;
    }

    void mistake(int index, Kind kind, String message, String suggestion) {
        Node.Position position = index < nodes.size() ? nodes.get(index).position() : call.position();
        compilation.mistakes().add(kind, position, message, suggestion);
    }

    /** A lookup table of the folder, which the expression then depends on; null if there is none of this name. */
    LookupTable table(String name) {
        return compilation.table(name);
    }

    /** The names of the lookup tables of the folder. */
    Set<String> tables() {
        return compilation.tables();
    }

    /** An argument as a message quotes it. */
    String quoted(int index) {
        return Naming.of(nodes.get(index));
    }
}
