package org.syncline.platform.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.syncline.platform.app.evaluate.ExpressionAnswer;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Failure;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Kind;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Result;
import org.syncline.platform.app.evaluate.ExpressionRequest;
import org.syncline.platform.app.evaluate.ExpressionTrial;
import org.syncline.platform.app.evaluate.JsonAnswer;
import org.syncline.platform.app.evaluate.JsonLines;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code syncline evaluate}: try an expression. */
@Command(
        name = "evaluate",
        description = "Evaluates an expression, to try it before it goes into a rule.",
        footer = {
                "%nExamples:",
                "  syncline evaluate 'Left([givenName],1) & [sn]' --attribute givenName=Ann --attribute sn=Lee",
                "  syncline evaluate 'BitAnd([userAccountControl], 2) <> 0' --attribute userAccountControl:integer=514",
                "  syncline evaluate '[uid] & \"@\" & %%Domain%%' --attribute uid=ann --parameter Domain=contoso.com",
                "  echo '{\"expression\":\"Trim([title])\",\"attributes\":{\"title\":\" Dr \"}}' | syncline evaluate --lines"})
final class Evaluate implements Callable<Integer> {

    private static final Pattern PARAMETER = Pattern.compile("%([A-Za-z][\\w.-]*)%");

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = {"-a", "--attribute"},
            paramLabel = "NAME[:TYPE]=VALUE",
            description = "What [NAME] reads: a text, or a value of that type, as in grade:integer=7 or hired:date=2026-05-04"
                    + " (string, integer, boolean, date). Given again, it has several values.")
    private List<String> attributes = List.of();

    @Option(names = {"-p", "--parameter"}, paramLabel = "NAME=TEXT", description = "What %%NAME%% reads.")
    private List<String> parameters = List.of();

    @Option(names = "--json", description = "Print {\"value\": ...} or {\"error\": ...}.")
    private boolean json;

    /** Where expressions come from. */
    private static final class Source {
        @Parameters(arity = "1", paramLabel = "EXPRESSION", description = "The expression.")
        private String expression;

        @Option(
                names = "--lines",
                required = true,
                description = "Read requests from standard input, one JSON object a line, and answer each with a line: "
                        + "{\"expression\": ..., \"attributes\": {...}, \"parameters\": {...}}.")
        private boolean lines;
    }

    @Override
    public Integer call() throws IOException {
        ExpressionTrial trial = new ExpressionTrial(Clock.systemUTC());
        if (source.lines) {
            new JsonLines(trial).answer(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    spec.commandLine().getOut());
            return ExitCode.CLEAN;
        }
        return show(trial.evaluate(new ExpressionRequest(source.expression, givenAttributes(), givenParameters())));
    }

    private Map<String, Content> givenAttributes() {
        Map<String, List<Value>> given = attributes.stream()
                .map(GivenAttribute::of)
                .collect(Collectors.groupingBy(
                        GivenAttribute::name, LinkedHashMap::new,
                        Collectors.mapping(GivenAttribute::value, Collectors.toList())));
        return given.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Content.of(one.getValue())));
    }

    private Map<String, String> givenParameters() {
        return parameters.stream().map(Evaluate::pair)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
    }

    private static String[] pair(String option) {
        int equals = option.indexOf('=');
        if (equals < 1) {
            throw new CommandLineProblem("'" + option + "' is no NAME=TEXT");
        }
        return new String[]{option.substring(0, equals), option.substring(equals + 1)};
    }

    private int show(ExpressionAnswer answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonAnswer.write(answer));
        } else {
            show(answer, out);
        }
        return switch (answer) {
            case Result ignored -> ExitCode.CLEAN;
            case Failure failure ->
                    failure.kind().isOfTheExpression() ? ExitCode.CONFIGURATION : ExitCode.OBJECT_ERRORS;
        };
    }

    private void show(ExpressionAnswer answer, PrintWriter out) {
        switch (answer) {
            case Result(Absence absence) -> out.println(word(absence));
            case Result(var value) -> value.asList().forEach(one -> out.println(one.text()));
            case Failure(var kind, var message) ->
                    spec.commandLine().getErr().println("syncline: " + kind.text() + ": " + message + mend(kind));
        }
    }

    /** Parameters stand in a configuration, and here there is none. */
    private String mend(Kind kind) {
        return kind != Kind.UNKNOWN
                ? ""
                : PARAMETER.matcher(source.expression).results()
                        .map(found -> found.group(1))
                        .filter(name -> !givenParameters().containsKey(name))
                        .findFirst()
                        .map(name -> "; give it a value: --parameter " + name + "=...")
                        .orElse("");
    }

    private static String word(Absence absence) {
        return switch (absence) {
            case NULL -> "NULL";
            case AUTHORITATIVE_NULL -> "AuthoritativeNull";
            case IGNORE_THIS_FLOW -> "IgnoreThisFlow";
        };
    }
}
