package org.syncline.dsl.expression;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that gives up instead of searching for ever: it may look at a character only so many times. */
record BoundedPattern(Pattern pattern) {
    /** About half a second; a sound pattern needs some steps a character. */
    private static final int STEPS = 5_000_000;

    /**
     * Compiles a regular expression.
     *
     * @throws EvaluationException if it is none
     */
    static BoundedPattern of(String regex) {
        return of(regex, 0);
    }

    static BoundedPattern ignoringCase(String regex) {
        return of(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static BoundedPattern of(String regex, int flags) {
        try {
            return new BoundedPattern(Pattern.compile(regex, flags));
        } catch (PatternSyntaxException mistaken) {
            throw new EvaluationException("'" + regex + "' is not a regular expression: " + mistaken.getDescription()
                    + " at character " + (mistaken.getIndex() + 1));
        } catch (StackOverflowError tooDeep) {
            throw new EvaluationException("The regular expression is nested too deep");
        }
    }

    boolean isFoundIn(String text) {
        return text != null && search(text, Matcher::find);
    }

    String replaceIn(String text, String replacement) {
        try {
            return search(text, matcher -> matcher.replaceAll(replacement));
        } catch (IndexOutOfBoundsException | IllegalArgumentException mistaken) {
            throw new EvaluationException("'" + replacement + "' cannot replace what '" + pattern + "' finds: "
                    + mistaken.getMessage() + "; write \\$ for a dollar sign");
        }
    }

    private <T> T search(String text, Function<Matcher, T> search) {
        int[] steps = {STEPS};
        WatchedText counted = new WatchedText(text, () -> {
            if (--steps[0] < 0) {
                throw tooExpensive(text);
            }
        });
        try {
            return search.apply(pattern.matcher(counted));
        } catch (StackOverflowError tooDeep) {
            throw tooExpensive(text);
        }
    }

    private static EvaluationException tooExpensive(String text) {
        return new EvaluationException("The regular expression takes too many steps for a text of " + text.length()
                + " characters; avoid repetitions inside repetitions, such as (a+)+");
    }
}
