package org.syncline.dsl.expression;

import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.dsl.expression.grammar.SyntaxLexer;
import org.syncline.dsl.expression.grammar.SyntaxParser;

/** Reads the text of an expression into its tree. */
public final class ExpressionParser {
    /** How deep an expression may be nested. */
    static final int DEEPEST = 200;

    private ExpressionParser() {}

    /**
     * The tree of an expression.
     *
     * @throws ExpressionException if the text is not an expression; all its mistakes are of the kind SYNTAX
     */
    public static Node parse(String text) throws ExpressionException {
        CommonTokenStream tokens = tokens(text);
        List<Mistake> mistakes = SyntaxCheck.of(tokens.getTokens());
        if (!mistakes.isEmpty()) {
            throw new ExpressionException(mistakes);
        }
        return new TreeBuilder().build(parsed(tokens));
    }

    private static CommonTokenStream tokens(String text) {
        SyntaxLexer lexer = new SyntaxLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }

    private static SyntaxParser.DisjunctionContext parsed(CommonTokenStream tokens) throws ExpressionException {
        SyntaxParser parser = new SyntaxParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return parser.whole().disjunction();
        } catch (ParseCancellationException refused) {
            int index = ((RecognitionException) refused.getCause()).getOffendingToken().getTokenIndex();
            throw new ExpressionException(List.of(MisplacedToken.at(tokens.getTokens(), index)));
        }
    }
}
