package org.syncline.connectors.script.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a message by name; those that are not as agreed are refused as {@link Nonsense}.
 *
 * @param values what was said; null stands for nothing
 */
public record Fields(Map<String, Object> values) {
    private static final int SHOWN = 60;

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new Nonsense("'" + name + "' is missing"));
    }

    public Optional<String> optionalText(String name) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case CharSequence text -> Optional.of(text.toString());
            case Object other -> throw wrong(name, "a text", other);
        };
    }

    public Optional<Long> optionalNumber(String name) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case Integer number -> Optional.of(number.longValue());
            case Long number -> Optional.of(number);
            case Object other -> throw wrong(name, "a whole number", other);
        };
    }

    public long number(String name) {
        return optionalNumber(name).orElseThrow(() -> new Nonsense("'" + name + "' is missing"));
    }

    /** Whether something is so; not where it is not given. */
    public boolean isTrue(String name) {
        return switch (values.get(name)) {
            case null -> false;
            case Boolean truth -> truth;
            case Object other -> throw wrong(name, "true or false", other);
        };
    }

    /** The objects of a list; none where it is not given. */
    public List<Fields> objects(String name) {
        return switch (values.get(name)) {
            case null -> List.of();
            case Collection<?> list when list.stream().allMatch(Map.class::isInstance) ->
                    list.stream().map(each -> new Fields(named((Map<?, ?>) each))).toList();
            case Object other -> throw wrong(name, "a list of objects", other);
        };
    }

    /** An object within the message; without any field where it is not given. */
    public Map<String, Object> object(String name) {
        return switch (values.get(name)) {
            case null -> Map.of();
            case Map<?, ?> object -> named(object);
            case Object other -> throw wrong(name, "an object such as {\"id\":\"7\"}", other);
        };
    }

    /** The texts of a list; empty where it is not given. */
    public Optional<List<String>> optionalTexts(String name) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case Collection<?> list when list.stream().allMatch(CharSequence.class::isInstance) ->
                    Optional.of(list.stream().map(Object::toString).toList());
            case Object other -> throw wrong(name, "a list of texts", other);
        };
    }

    private static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private static Nonsense wrong(String name, String expected, Object instead) {
        return new Nonsense("'" + name + "' must be " + expected + ", not " + shown(instead));
    }

    static String shown(Object value) {
        String text = value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
