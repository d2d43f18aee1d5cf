package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.drools.DrlText.Kind;
import org.syncline.dsl.extension.drools.DrlText.Token;

/** Looks at each word of a rule file: classes must be on the list of those allowed, and no word may lead out of a rule. */
final class WordCheck {
    private static final Token NONE = new Token(Kind.SIGN, "", 0);

    private final DrlText text;
    private final List<Token> tokens;
    private final Set<String> classes;
    private final Set<String> allowed;
    private final List<Mistake> mistakes = new ArrayList<>();

    WordCheck(DrlText text, Set<String> allowed) {
        this.text = text;
        this.tokens = text.tokens();
        this.allowed = allowed;
        this.classes = new HashSet<>(RuleLanguage.classNames());
        allowed.forEach(name -> classes.add(name.substring(name.lastIndexOf('.') + 1)));
    }

    List<Mistake> mistakes() {
        for (int at = 0; at < tokens.size(); at++) {
            at = isImport(at) ? skipImport(at) : at;
            check(at);
        }
        return mistakes;
    }

    private boolean isImport(int at) {
        return tokens.get(at).is("import") && !token(at - 1).is(".");
    }

    private int skipImport(int at) {
        int end = at;
        while (end + 1 < tokens.size() && (token(end + 1).kind() == Kind.WORD && (end == at || token(end).is("."))
                || token(end + 1).is(".") || token(end + 1).is("*"))) {
            end++;
        }
        return end;
    }

    private void check(int at) {
        Token token = tokens.get(at);
        switch (token.kind()) {
            case LITERAL -> checkEscapes(token);
            case SIGN -> checkSign(token);
            case WORD -> checkWord(at, token);
            case NUMBER -> {
                // a number leads nowhere
            }
        }
    }

    /** The compiler turns them into characters before it reads anything else, so that they can end a text. */
    private void checkEscapes(Token literal) {
        for (int at = 0; at + 1 < literal.text().length(); at++) {
            if (literal.text().charAt(at) == '\\') {
                at++;
                if (literal.text().charAt(at) == 'u') {
                    refuse(literal.offset() + at - 1, "\\u is not taken in rules", "write the character itself");
                }
            }
        }
    }

    private void checkSign(Token sign) {
        if (sign.is("\\") || sign.is("@")) {
            refuse(sign.offset(), "'" + sign.text() + "' is not taken in rules outside of texts", "leave it out");
        }
    }

    private void checkWord(int at, Token word) {
        boolean behindDot = token(at - 1).is(".");
        String instead = RuleLanguage.instead(word.text(), behindDot);
        if (instead != null && (!behindDot || !isProperty(at))) {
            refuse(word.offset(), "'" + word.text() + "' is not taken in rules", instead);
        } else if (behindDot && word.is("now") && isClass(token(at - 2))) {
            refuse(word.offset(), "Rules have no clock of their own", "use now of the fact, such as $flow.now");
        } else if (!behindDot && isClass(word) && !isRuleName(at) && !classes.contains(word.text())) {
            refuse(word.offset(), "Rules may not use '" + word.text() + "'", suggestion(word.text(), classes));
        }
    }

    /** A name that an attribute of an object may have, such as {@code source.random}. */
    private boolean isProperty(int at) {
        return (token(at - 2).is("source") || token(at - 2).is("identity") || token(at - 2).is("target"))
                && !token(at + 1).is("(") && !token(at).is("class");
    }

    private boolean isRuleName(int at) {
        return token(at - 1).is("rule") || token(at - 1).is("extends");
    }

    private static boolean isClass(Token token) {
        return token.kind() == Kind.WORD && Character.isUpperCase(token.text().charAt(0));
    }

    private Token token(int at) {
        return at < 0 || at >= tokens.size() ? NONE : tokens.get(at);
    }

    private String suggestion(String written, Collection<String> known) {
        String nearest = NearestName.to(written, known);
        return nearest != null
                ? "did you mean " + nearest + "?"
                : "syncline.xml can allow a class by its name" + (allowed.isEmpty() ? "" : ", and import brings it in");
    }

    private void refuse(int offset, String message, String suggestion) {
        mistakes.add(new Mistake(text.location(offset), message, suggestion));
    }
}
