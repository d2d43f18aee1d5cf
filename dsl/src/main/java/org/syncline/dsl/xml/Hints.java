package org.syncline.dsl.xml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.dsl.ruleset.ConnectedObjectType;

/** Says what to do about problems where nobody could tell what was meant; {@code $1} stands for what the message quotes. */
final class Hints {
    private static final Pattern NO_ATTRIBUTE = Pattern.compile("The object type '(.*)' has no attribute '(.*)'");

    private record Hint(Pattern message, String suggestion) {
        Hint(String message, String suggestion) {
            this(Pattern.compile(message, Pattern.DOTALL), suggestion);
        }
    }

    private static final List<Hint> HINTS = List.of(
            new Hint(NO_ATTRIBUTE, "declare it with <attribute name=\"$2\"/> in that type, or name another"),
            new Hint("There is no object here whose .*", "write a text or a %parameter%"),
            new Hint("There is no function '(.*)'", "the reference of functions lists those there are"),
            new Hint("There is no decided value 'value' here",
                    "<for-each> of groups gives it, or <unique to=\"value\"> in the same rule"),
            new Hint("There is no decided value '(.*)' here", "<unique to=\"$1\"> in the same rule decides it"),
            new Hint("There is no parameter '(.*?)'.*",
                    "declare it with <parameter name=\"$1\" value=\"...\"/> in syncline.xml"),
            new Hint("There is no variable \\$(\\w*) here.*", "write [$1] for the attribute, %$1% for a parameter"),
            new Hint("'(.*)' is not a word of the language.*", "write \"$1\" for the text, or [$1] for the attribute"),
            new Hint("<(.*)> lacks <(.*)>", "write <$2> between <$1> and </$1>"),
            new Hint("Text is not allowed in <(.*)>.*",
                    "leave it out; what <$1> says stands in its attributes and elements"));

    private final List<ConnectedObjectType> types;

    Hints(Schemas schemas) {
        this.types = schemas.connectors().values().stream()
                .flatMap(connector -> connector.objectTypes().stream())
                .toList();
    }

    /** The problem with a hint, if it needs one. */
    Problem explain(Problem problem) {
        Matcher unknown = NO_ATTRIBUTE.matcher(problem.message());
        if (unknown.matches() && types.stream().anyMatch(type -> isAnchor(type, unknown))) {
            String name = unknown.group(2);
            return hinted(problem,
                    "it is only the anchor: declare <attribute name=\"" + name + "\"/> to read it, or read [anchor]");
        }
        return problem.suggestion() != null ? problem : hinted(problem);
    }

    private static Problem hinted(Problem problem) {
        for (Hint hint : HINTS) {
            Matcher matcher = hint.message().matcher(problem.message());
            if (matcher.matches()) {
                return hinted(problem, matcher.replaceFirst(hint.suggestion()));
            }
        }
        return problem;
    }

    private static Problem hinted(Problem problem, String suggestion) {
        return new Problem(problem.file(), problem.line(), problem.column(), problem.message(), suggestion);
    }

    /** What only seems to exist: an anchor that isn't declared. */
    private static boolean isAnchor(ConnectedObjectType type, Matcher unknown) {
        return type.type().name().equals(unknown.group(1)) && type.anchor().contains(unknown.group(2));
    }
}
