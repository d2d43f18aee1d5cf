package org.syncline.dsl.extension.groovy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;

/**
 * The types that scripts may name and the methods that they may call; nothing else. It stops accidents and casual abuse: it is no
 * boundary against somebody who may write into the folder and means harm.
 */
final class AllowList {
    private static final String ALL = "*";
    /** Never, whoever has them: they reach the machine, the class or another thread, or read the clock. */
    private static final Set<String> NEVER = Set.of(
            "getClass", "getMetaClass", "setMetaClass", "invokeMethod", "getProperty", "setProperty", "notify",
            "notifyAll", "wait", "finalize", "clone", "now", "systemUTC", "execute", "getClassLoader", "asType",
            "newInstance", "exit", "sleep", "systemDefault");

    private static final Map<String, Set<String>> METHODS = new HashMap<>();
    private static final Set<String> CONSTRUCTED = Set.of(
            "java.util.ArrayList", "java.util.LinkedHashMap", "java.util.LinkedHashSet", "java.util.HashMap",
            "java.util.HashSet", "java.util.TreeMap", "java.util.TreeSet", "java.lang.StringBuilder",
            "java.math.BigDecimal", "java.math.BigInteger", "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException");
    private static final Set<String> PLAIN = Set.of(
            "java.lang.Object", "java.lang.Number", "java.lang.Iterable", "java.lang.Comparable",
            "java.lang.CharSequence", "java.lang.RuntimeException", "java.lang.Exception",
            "java.lang.NumberFormatException", "java.lang.ArithmeticException", "java.time.DateTimeException",
            "java.time.format.DateTimeParseException", "groovy.lang.GString", "groovy.lang.Range",
            "groovy.lang.IntRange", "groovy.lang.Closure", "groovy.transform.CompileStatic");

    static {
        allow("java.lang.Object", "toString equals hashCode");
        allow("java.lang.Comparable", "compareTo");
        allow("java.lang.CharSequence", "length charAt toString isEmpty subSequence");
        allow("java.lang.String", "length charAt substring indexOf lastIndexOf startsWith endsWith contains equals"
                + " equalsIgnoreCase compareTo compareToIgnoreCase toUpperCase toLowerCase trim strip stripLeading"
                + " stripTrailing isEmpty isBlank replace replaceAll replaceFirst matches split concat join valueOf"
                + " toString hashCode codePointAt");
        allow("java.lang.StringBuilder", "append insert reverse length toString charAt deleteCharAt");
        allow("java.lang.AbstractStringBuilder", "length charAt");
        allow("java.lang.Character", "isDigit isLetter isLetterOrDigit isUpperCase isLowerCase isWhitespace"
                + " toUpperCase toLowerCase toString valueOf charValue compareTo");
        for (String number : Stream.of("Integer", "Long", "Double", "Boolean").map("java.lang."::concat).toList()) {
            allow(number, "parseInt parseLong parseDouble parseBoolean valueOf toString intValue longValue doubleValue"
                    + " booleanValue compareTo compare equals hashCode min max abs signum toHexString bitCount");
        }
        allow("java.lang.Number", "intValue longValue doubleValue");
        allow("java.lang.Math", "abs max min round floor ceil floorMod floorDiv");
        allow("java.math.BigDecimal", "add subtract multiply divide remainder intValue longValue doubleValue"
                + " compareTo equals toString signum negate abs stripTrailingZeros valueOf");
        allow("java.math.BigInteger", "add subtract multiply divide mod remainder intValue longValue compareTo equals"
                + " toString signum negate abs testBit and or xor not valueOf");
        allow("java.util.Locale", "forLanguageTag");
        for (String type : Stream.of("Collection", "List", "Set", "SortedSet", "Map", "SortedMap", "ArrayList",
                "HashMap",
                "LinkedHashMap", "HashSet", "LinkedHashSet", "TreeMap", "TreeSet", "AbstractList", "AbstractCollection",
                "AbstractMap", "AbstractSet").map("java.util."::concat).toList()) {
            allow(type, "size isEmpty contains containsAll containsKey containsValue get getOrDefault put putAll"
                    + " putIfAbsent add addAll remove removeAll retainAll clear indexOf lastIndexOf subList keySet values"
                    + " entrySet first last getFirst getLast of copyOf equals hashCode toString set");
        }
        allow("java.util.Map$Entry", "getKey getValue");
        allow("java.util.regex.Matcher", "matches find group groupCount lookingAt start end");
        for (String type : Stream.of("Instant", "LocalDate", "LocalDateTime", "LocalTime", "ZonedDateTime",
                "OffsetDateTime", "Duration", "Period", "DayOfWeek", "Month", "Year", "YearMonth", "ZoneId",
                "ZoneOffset",
                "format.DateTimeFormatter", "temporal.ChronoUnit", "temporal.ChronoField", "temporal.Temporal",
                "temporal.TemporalAccessor", "chrono.ChronoLocalDate", "chrono.ChronoLocalDateTime",
                "chrono.ChronoZonedDateTime", "temporal.TemporalUnit").map("java.time."::concat).toList()) {
            allow(type, ALL);
        }
        allow("groovy.lang.Closure", "call");
        allow("groovy.lang.GString", "toString length");
        for (Class<?> fact : Stream.of(ScriptedObject.class, ScriptedContribution.class, ScriptedStep.class,
                Candidates.class, Contributions.class, Contribute.class, Export.class, Create.class, Leave.class,
                ChooseIdentity.class, ChooseContribution.class, Remark.class).toList()) {
            allow(fact.getName(), ALL);
        }
    }

    /** Of what Groovy adds to the types of Java: by its class and its name. */
    private static final Set<String> ADDED_BY = Stream.of("DefaultGroovyMethods", "StringGroovyMethods",
            "ArrayGroovyMethods").map("org.codehaus.groovy.runtime."::concat).collect(Collectors.toSet());
    private static final Set<String> ADDED = words(
            "collect collectEntries collectMany find findAll findResult findResults any every each eachWithIndex"
                    + " inject groupBy countBy count first last head tail init join size isEmpty contains sum max min sort"
                    + " toSorted unique toUnique reverse toList toSet getAt plus minus and or xor take takeRight"
                    + " takeWhile drop dropRight dropWhile capitalize uncapitalize tokenize split isNumber isInteger"
                    + " isLong toInteger toLong toBigDecimal toBoolean isCase isNotCase asBoolean equals compareTo"
                    + " containsIgnoreCase startsWithIgnoreCase endsWithIgnoreCase equalsIgnoreCase takeAfter takeBefore"
                    + " takeBetween stripIndent stripMargin normalize denormalize replaceAll replaceFirst matches"
                    + " intersect disjoint flatten indexed withIndex get putAt leftShift negative positive"
                    + " mod div multiply intdiv abs round isBlank readLines toCharacter collate subMap getChars"
                    + " toString hashCode indexOf findIndexOf findLastIndexOf");

    private final Set<String> byName;

    /** @param byName classes that the administrator allows */
    AllowList(Set<String> byName) {
        this.byName = Set.copyOf(byName);
    }

    private static void allow(String type, String methods) {
        METHODS.put(type, words(methods));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" +")).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a script may name a type. */
    boolean allows(ClassNode type) {
        ClassNode plain = type;
        while (plain.isArray()) {
            plain = plain.getComponentType();
        }
        String name = plain.getName();
        return isPrimitive(plain) || METHODS.containsKey(name) || PLAIN.contains(name) || CONSTRUCTED.contains(name)
                || byName.contains(name);
    }

    private static boolean isPrimitive(ClassNode type) {
        return ClassHelper.isPrimitiveType(type);
    }

    /** Whether a script may make an object of a type. */
    boolean constructs(ClassNode type) {
        return CONSTRUCTED.contains(type.getName()) || byName.contains(type.getName());
    }

    /** Whether a script may make an object so; one that is told how large to become may fill the memory at once. */
    boolean allows(ConstructorNode constructor) {
        ClassNode type = constructor.getDeclaringClass();
        boolean takesSize = Stream.of(constructor.getParameters())
                .anyMatch(parameter -> parameter.getType().equals(ClassHelper.int_TYPE));
        return constructs(type) && (byName.contains(type.getName()) || !takesSize);
    }

    /** Whether a script may call a method. */
    boolean allows(MethodNode method) {
        String owner = method.getDeclaringClass().getName();
        if (method instanceof ExtensionMethodNode added) {
            MethodNode implementation = added.getExtensionMethodNode();
            return ADDED_BY.contains(implementation.getDeclaringClass().getName())
                    && ADDED.contains(method.getName())
                    && !isMultipliedText(method, implementation)
                    && !isReadProperty(method, implementation);
        }
        if (byName.contains(owner)) {
            return true;
        }
        Set<String> methods = METHODS.get(owner);
        return methods != null
                && !NEVER.contains(method.getName())
                && (methods.contains(ALL) || methods.contains(method.getName()));
    }

    /** What stands in brackets behind anything but a map or a list is the name of a property, which reaches everything. */
    private static boolean isReadProperty(MethodNode method, MethodNode implementation) {
        Parameter[] parameters = implementation.getParameters();
        ClassNode self = parameters[0].getType();
        boolean isAccess = method.getName().equals("getAt") || method.getName().equals("putAt");
        boolean isNamed = parameters.length > 1 && parameters[1].getType().equals(ClassHelper.STRING_TYPE);
        return isAccess && !self.equals(ClassHelper.MAP_TYPE) && (isNamed || self.equals(ClassHelper.OBJECT_TYPE));
    }

    /** A text or a list times a number may fill the memory at once. */
    private static boolean isMultipliedText(MethodNode method, MethodNode implementation) {
        Parameter[] parameters = implementation.getParameters();
        return (method.getName().equals("multiply") || method.getName().equals("leftShift")) && parameters.length > 0
                && !parameters[0].getType().isDerivedFrom(ClassHelper.Number_TYPE)
                && !(method.getName().equals("leftShift")
                        && parameters[0].getType().getName().startsWith("java.util."));
    }
}
