package org.syncline.dsl.xml;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.dsl.expression.Node;
import org.syncline.dsl.ruleset.RuleLocation;

/** Turns mistakes of expressions into problems of a file. */
final class Mistakes {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern BRACKETS = Pattern.compile("^\\[(.*)]$");

    private Mistakes() {}

    /** Those of an expression written as text; the places that messages speak of become places in the file. */
    static void reportText(ExpressionException exception, SourceFile file,
            Function<Node.Position, RuleLocation> places) {
        for (Mistake mistake : exception.mistakes()) {
            String message = PLACE.matcher(mistake.message()).replaceAll(found -> inFile(found, places));
            RuleLocation place = places.apply(new Node.Position(mistake.line(), mistake.column()));
            file.problem(place, message, suggestion(mistake, mistake.suggestion()));
        }
    }

    private static String inFile(MatchResult found, Function<Node.Position, RuleLocation> places) {
        RuleLocation place = places.apply(
                new Node.Position(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
        return "line " + place.line() + ", column " + place.column();
    }

    /** Those of a tree that was made of an element: names stand without brackets there. */
    static void reportTree(ExpressionException exception, SourceFile file, RuleLocation place) {
        for (Mistake mistake : exception.mistakes()) {
            String meant = mistake.suggestion() == null
                    ? null
                    : BRACKETS.matcher(mistake.suggestion()).replaceFirst("$1");
            file.problem(place, mistake.message(), suggestion(mistake, meant));
        }
    }

    private static String suggestion(Mistake mistake, String meant) {
        return meant == null
                ? null
                : mistake.kind() == Kind.UNKNOWN ? Spelling.didYouMean(meant) : "perhaps: " + meant;
    }
}
