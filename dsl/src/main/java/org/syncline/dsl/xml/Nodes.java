package org.syncline.dsl.xml;

import java.util.List;
import org.syncline.dsl.expression.Node;

/** Parts of trees that don't come from an expression's text. */
final class Nodes {
    private static final Node.Position NOWHERE = new Node.Position(1, 1);

    static final Node TRUE = word("True");

    private Nodes() {}

    static Node call(String function, Node... arguments) {
        return new Node.Call(function, List.of(arguments), NOWHERE);
    }

    static Node attribute(String name) {
        return new Node.Attribute(name, NOWHERE);
    }

    /** @param text null where it lacks, which was reported */
    static Node text(String text) {
        return new Node.Text(text == null ? "" : text, NOWHERE);
    }

    static Node number(long number) {
        return new Node.Number(number, NOWHERE);
    }

    static Node word(String word) {
        return new Node.Word(word, NOWHERE);
    }
}
