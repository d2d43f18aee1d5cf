package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.Function.Body;
import org.syncline.dsl.expression.Function.Example;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** Writes down a function; {@link #as} ends it. */
final class Declaration {
    private final Group group;
    private final String name;
    private final String purpose;
    private final List<Example> examples = new ArrayList<>();
    private List<Parameter> parameters = List.of();
    private String result;
    private String errors;
    private Origin origin = Origin.ENTRA_CONNECT;
    private boolean constant = true;
    private boolean readsClock;
    private boolean readsMemberships;
    private boolean draws;

    Declaration(Group group, String name, String purpose) {
        this.group = group;
        this.name = name;
        this.purpose = purpose;
    }

    Declaration takes(Parameter... parameters) {
        this.parameters = List.of(parameters);
        return this;
    }

    Declaration gives(String result) {
        this.result = result;
        return this;
    }

    Declaration fails(String errors) {
        this.errors = errors;
        return this;
    }

    Declaration example(String expression, String result) {
        examples.add(new Example(expression, result));
        return this;
    }

    Declaration from(Origin origin) {
        this.origin = origin;
        return this;
    }

    /** It must not be computed when it is compiled. */
    Declaration neverConstant() {
        this.constant = false;
        return this;
    }

    Declaration readsClock() {
        this.readsClock = true;
        return neverConstant();
    }

    Declaration readsMemberships() {
        this.readsMemberships = true;
        return neverConstant();
    }

    /** It results in something else each time. */
    Declaration draws() {
        this.draws = true;
        return neverConstant();
    }

    Function as(Body body) {
        return new Function(
                name, group, purpose, parameters, result, errors, List.copyOf(examples), origin, constant, readsClock,
                readsMemberships, draws, body);
    }

    /** The same function under another name too, for those who know it by that. */
    static Function alias(String name, Origin origin, Function function) {
        List<Example> examples = function.examples().stream()
                .map(example -> new Example(example.expression().replace(function.name() + "(", name + "("),
                        example.result()))
                .toList();
        return new Function(
                name,
                function.group(),
                function.purpose(),
                function.parameters(),
                function.result(),
                function.errors(),
                examples,
                origin,
                function.constant(),
                function.readsClock(),
                function.readsMemberships(),
                function.draws(),
                function.body());
    }
}
