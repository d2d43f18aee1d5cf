package org.syncline.dsl.expression;

import java.util.List;

/** The tree an expression is parsed into; conditions written as elements are made of the same nodes. */
public sealed interface Node {

    /** Where it begins: line and column in the text it came from, from 1. */
    Position position();

    /** A place in a text. */
    record Position(int line, int column) {}

    /** A literal text. */
    record Text(String text, Position position) implements Node {}

    /** A literal whole number. */
    record Number(long number, Position position) implements Node {}

    /**
     * One of the words {@code True False NULL AuthoritativeNull IgnoreThisFlow CRLF}, a choice that a function offers such as
     * {@code CaseInsensitive}, or a variable such as {@code $item}.
     */
    record Word(String word, Position position) implements Node {}

    /** {@code [name]}. */
    record Attribute(String name, Position position) implements Node {}

    /** {@code %name%}. */
    record Parameter(String name, Position position) implements Node {}

    /** <code>{name}</code>. */
    record Decided(String name, Position position) implements Node {}

    /** {@code Name(argument, ...)}; operators are calls of functions too, named by their symbol ({@code "&"}, {@code "="}, {@code "And"}). */
    record Call(String function, List<Node> arguments, Position position) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
