package org.syncline.dsl.expression;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Function.Example;
import org.syncline.dsl.expression.Function.Group;

/** Writes the reference page of the function library from the declarations of the functions. */
public final class FunctionReference {
    private FunctionReference() {}

    /** The page, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("# Functions and operators\n\n"
                + "Generated from the declarations of the functions; each example is run by a test.\n"
                + "*Nothing* is an attribute without a value, and what NULL, AuthoritativeNull and IgnoreThisFlow stand for.\n");
        for (Group group : Group.values()) {
            page.append("\n## ").append(group.title()).append('\n').append(note(group));
            functions(group).forEach(function -> page.append(section(function)));
        }
        return page.toString();
    }

    private static String note(Group group) {
        return group == Group.CERTIFICATES
                ? "\nThe examples are given this certificate as `%" + SampleCertificate.PARAMETER + "%`:\n\n```\n"
                        + SampleCertificate.BASE64 + "```\n"
                : "";
    }

    private static Collection<Function> functions(Group group) {
        return FunctionLibrary.functions().stream().filter(function -> function.group() == group).toList();
    }

    private static String section(Function function) {
        return "\n### " + heading(function) + "\n\n" + function.purpose() + "\n\n"
                + function.parameters().stream().map(FunctionReference::line).collect(Collectors.joining())
                + "- *result*: " + function.result() + "\n"
                + (function.errors() == null ? "" : "- *fails* " + function.errors() + ".\n")
                + "- *described in*: " + function.origin().title() + "\n\n```\n"
                + examples(function.examples()) + "```\n";
    }

    private static String heading(Function function) {
        return "`" + (Naming.isOperator(function.name()) ? function.name() : function.signature()) + "`";
    }

    private static String line(Parameter parameter) {
        return "- `" + parameter.name() + "` (" + kind(parameter) + "): " + parameter.purpose() + "\n";
    }

    private static String kind(Parameter parameter) {
        return switch (parameter.kind()) {
            case CHOICE -> String.join(", ", parameter.choices());
            case ATTRIBUTE -> "an attribute";
            case ITEM, VARIABLE -> "a variable such as $item";
            case EACH -> types(parameter) + ", or several";
            case ONE -> types(parameter);
            case SEVERAL -> parameter.types().isEmpty() ? "anything" : types(parameter) + ", any number of values";
        };
    }

    private static String types(Parameter parameter) {
        return parameter.types().stream().map(Naming::ofType).collect(Collectors.joining(" or "));
    }

    private static String examples(List<Example> examples) {
        return examples.stream()
                .map(example -> example.expression() + "   gives   " + example.result() + "\n")
                .collect(Collectors.joining());
    }
}
