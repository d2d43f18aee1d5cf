package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.ExpressionException.Kind;

/** Compiles the arguments of a call, each as its parameter wants it read. */
final class ArgumentReader {
    private final Compilation compilation;

    ArgumentReader(Compilation compilation) {
        this.compilation = compilation;
    }

    List<Term> read(Function function, Node.Call call) {
        boolean binds = !function.parameters().isEmpty() && function.parameters().getFirst().binds();
        if (binds && call.arguments().size() == function.parameters().size()) {
            return binding(function, call);
        }
        List<Term> terms = new ArrayList<>();
        for (int index = 0; index < call.arguments().size(); index++) {
            Node argument = call.arguments().get(index);
            terms.add(function.accepts(call.arguments().size())
                    ? read(function.parameter(index), argument)
                    : readUnbound(argument));
        }
        return terms;
    }

    /** An argument of a call with a wrong number of them: checked by itself. */
    private Term readUnbound(Node argument) {
        return argument instanceof Node.Word ? Compilation.broken() : compilation.compile(argument);
    }

    private Term read(Parameter parameter, Node argument) {
        return switch (parameter.kind()) {
            case CHOICE -> choice(parameter, argument);
            case ATTRIBUTE -> attribute(parameter, argument);
            case ONE, EACH, SEVERAL, ITEM, VARIABLE -> compilation.compile(argument);
        };
    }

    private Term choice(Parameter parameter, Node argument) {
        String word = switch (argument) {
            case Node.Word written -> written.word();
            case Node.Text text -> text.text();
            case Node.Parameter given -> compilation.names().parameter(given).text(null);
            default -> Naming.of(argument);
        };
        if (parameter.choices().contains(word)) {
            return Constant.of(word);
        }
        String message =
                "'" + parameter.name() + "' must be one of " + String.join(", ", parameter.choices()) + ", not " + word;
        compilation.mistakes().add(Kind.UNKNOWN, argument.position(), message,
                NearestName.to(word, parameter.choices()));
        return Compilation.broken();
    }

    private Term attribute(Parameter parameter, Node argument) {
        return switch (argument) {
            case Node.Attribute attribute -> compilation.compile(attribute);
            case Node.Text text -> compilation.names().attribute(text.text(), text.position());
            default -> {
                compilation.mistakes().add(
                        Kind.TYPE,
                        argument.position(),
                        "'" + parameter.name() + "' must name an attribute, but this is " + Naming.of(argument),
                        "[attribute]");
                yield Compilation.broken();
            }
        };
    }

    /** The arguments of a function that gives values to a variable: its name, the values, what is computed with it. */
    private List<Term> binding(Function function, Node.Call call) {
        Node name = call.arguments().get(0);
        if (!(name instanceof Node.Word word) || !word.word().startsWith("$")) {
            compilation.mistakes().add(
                    Kind.TYPE, name.position(), function.name() + " needs the name of a variable first", "$item");
            return List.of(Compilation.broken(), Compilation.broken(), Compilation.broken());
        }
        Term values = compilation.compile(call.arguments().get(1));
        Term variable = function.parameter(0).kind() == Parameter.Kind.VARIABLE
                ? compilation.lazy(values)
                : compilation.slot(values.shape().with(Shape.Count.ONE));
        Term computed = compilation.compileWith(word.word(), variable, call.arguments().get(2));
        return List.of(variable, values, computed);
    }
}
