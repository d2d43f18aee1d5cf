package org.syncline.dsl.extension.drools;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules may be made of: a list of what is allowed, so that nothing is forgotten that is forbidden. */
final class RuleLanguage {
    /** The things that rules are about. */
    static final List<Class<?>> FACTS =
            List.of(ImportFlow.class, ExportFlow.class, JoinResolution.class, Provisioning.class);

    private static final List<Class<?>> CLASSES = List.of(
            Object.class, String.class, StringBuilder.class, CharSequence.class, Character.class, Boolean.class,
            Integer.class, Long.class, Double.class, Number.class, Math.class, Comparable.class, Iterable.class,
            java.math.BigDecimal.class, java.math.BigInteger.class, java.math.RoundingMode.class,
            java.util.Arrays.class, java.util.ArrayList.class, java.util.Collection.class, java.util.Collections.class,
            java.util.Comparator.class, java.util.HashMap.class, java.util.HashSet.class, java.util.Iterator.class,
            java.util.LinkedHashMap.class, java.util.LinkedHashSet.class, java.util.List.class, java.util.Locale.class,
            java.util.Map.class, java.util.Objects.class, java.util.Optional.class, java.util.Set.class,
            java.util.StringJoiner.class, java.util.TreeMap.class, java.util.TreeSet.class,
            java.util.regex.Matcher.class, java.util.regex.Pattern.class,
            java.util.stream.Collectors.class, java.util.stream.IntStream.class, java.util.stream.Stream.class,
            java.time.DayOfWeek.class, java.time.Duration.class, java.time.Instant.class, java.time.LocalDate.class,
            java.time.LocalDateTime.class, java.time.LocalTime.class, java.time.Month.class, java.time.Period.class,
            java.time.ZoneId.class, java.time.ZoneOffset.class, java.time.ZonedDateTime.class,
            java.time.format.DateTimeFormatter.class, java.time.temporal.ChronoUnit.class,
            IllegalArgumentException.class, IllegalStateException.class, NumberFormatException.class,
            RuntimeException.class);

    private static final Map<String, Class<?>> BY_NAME = Stream.of(FACTS, List.of(Candidate.class), CLASSES)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private static final String ALONE = "the rules of an object run in one thread";
    private static final String NO_CLASSES = "a rule has no use for classes as values";
    private static final String ANSWER = "a rule answers through the methods of its fact";
    private static final String SHORT = "write the name of the class alone";

    /** Words that lead out of a rule, with what to do instead. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("class", NO_CLASSES),
            Map.entry("getClass", NO_CLASSES),
            Map.entry("drools", ANSWER),
            Map.entry("kcontext", ANSWER),
            Map.entry("synchronized", ALONE),
            Map.entry("wait", ALONE),
            Map.entry("notify", ALONE),
            Map.entry("notifyAll", ALONE),
            Map.entry("parallel", ALONE),
            Map.entry("parallelStream", ALONE),
            Map.entry("random", "what a rule answers must depend on its fact alone"));

    /** Words that do so unless they are the name of a method. */
    private static final Map<String, String> REFUSED_BARE = Map.of(
            "insert", ANSWER,
            "insertLogical", ANSWER,
            "delete", ANSWER,
            "retract", ANSWER,
            "java", SHORT,
            "javax", SHORT,
            "jdk", SHORT,
            "sun", SHORT,
            "org", SHORT,
            "com", SHORT);

    private RuleLanguage() {}

    /** What every file imports without saying so. */
    static Stream<String> imports() {
        return BY_NAME.values().stream().map(Class::getName).sorted();
    }

    /** The names of classes that rules may use. */
    static Set<String> classNames() {
        return BY_NAME.keySet();
    }

    static Set<String> factNames() {
        return FACTS.stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
    }

    /** What to do instead of a word that leads out of a rule; null for other words. */
    static String instead(String word, boolean behindDot) {
        String instead = REFUSED.get(word);
        return instead != null || behindDot ? instead : REFUSED_BARE.get(word);
    }
}
