package org.syncline.dsl.extension.groovy;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.syncline.dsl.expression.WatchedText;

/**
 * What scripts do with regular expressions, under their budget of time: a pattern may look at a text in so many ways that it would
 * never come to an end. Stands in for methods of the same names, which are called on the first argument.
 */
public final class TimedRegex {
    private TimedRegex() {}

    /** {@code text =~ regex} */
    public static Matcher matcher(Object text, Object regex) {
        return Pattern.compile(Objects.toString(regex)).matcher(timed(Objects.toString(text)));
    }

    /** {@code text ==~ regex} */
    public static boolean match(Object text, Object regex) {
        return text != null && regex != null && matcher(text, regex).matches();
    }

    public static boolean matches(String text, String regex) {
        return matcher(text, regex).matches();
    }

    public static String replaceAll(String text, String regex, String replacement) {
        return matcher(text, regex).replaceAll(replacement);
    }

    public static String replaceFirst(String text, String regex, String replacement) {
        return matcher(text, regex).replaceFirst(replacement);
    }

    public static String[] split(String text, String regex) {
        return split(text, regex, 0);
    }

    public static String[] split(String text, String regex, int limit) {
        return Pattern.compile(regex).split(timed(text), limit);
    }

    public static String replaceAll(CharSequence text, CharSequence regex, CharSequence replacement) {
        return matcher(text, regex).replaceAll(replacement.toString());
    }

    public static String replaceFirst(CharSequence text, CharSequence regex, CharSequence replacement) {
        return matcher(text, regex).replaceFirst(replacement.toString());
    }

    public static String replaceAll(CharSequence text, CharSequence regex, Closure<?> replacement) {
        return matcher(text, regex).replaceAll(match -> replacement(match, replacement));
    }

    public static String replaceFirst(CharSequence text, CharSequence regex, Closure<?> replacement) {
        return matcher(text, regex).replaceFirst(match -> replacement(match, replacement));
    }

    private static String replacement(MatchResult match, Closure<?> replacement) {
        return Matcher.quoteReplacement(Objects.toString(replacement.call(groups(match))));
    }

    public static String find(CharSequence text, CharSequence regex) {
        Matcher matcher = matcher(text, regex);
        return matcher.find() ? matcher.group() : null;
    }

    public static String find(CharSequence text, CharSequence regex, Closure<?> closure) {
        Matcher matcher = matcher(text, regex);
        return matcher.find() ? Objects.toString(closure.call(groups(matcher))) : null;
    }

    public static List<String> findAll(CharSequence text, CharSequence regex) {
        return matcher(text, regex).results().map(MatchResult::group)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public static <T> List<T> findAll(CharSequence text, CharSequence regex, Closure<T> closure) {
        return matcher(text, regex).results().map(match -> closure.call(groups(match)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What a closure is given: the match, or where the expression has groups a list of it and them. */
    private static Object groups(MatchResult match) {
        return match.groupCount() == 0
                ? match.group()
                : IntStream.rangeClosed(0, match.groupCount()).mapToObj(match::group)
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    private static WatchedText timed(String text) {
        return new WatchedText(text, new Looks());
    }

    /** Looks at the time while a text is looked at. */
    private static final class Looks implements Runnable {
        private static final int SELDOM = 4096;

        private int looks;

        @Override
        public void run() {
            if (++looks % SELDOM == 0) {
                TimeBudget.checkNow();
            }
        }
    }
}
