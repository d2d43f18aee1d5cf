package org.syncline.dsl.expression;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.syncline.schema.identity.AttributeType;

/**
 * One parameter of a function.
 *
 * @param name as its documentation calls it
 * @param purpose what it is for
 * @param kind how its argument is read
 * @param types of values it accepts; empty for any
 * @param fallback what stands in for a missing argument; null if the argument is needed
 * @param repeated whether the last arguments may be repeated from here on
 * @param choices the words of a choice
 */
record Parameter(
        String name,
        String purpose,
        Kind kind,
        Set<AttributeType> types,
        Term fallback,
        boolean repeated,
        List<String> choices) {

    /** How an argument is read. */
    enum Kind {
        /** One value; several are refused. */
        ONE,
        /** One value; the function is applied to each of several. */
        EACH,
        /** Any number of values. */
        SEVERAL,
        /** One of several words. */
        CHOICE,
        /** The name of an attribute, as text or in brackets. */
        ATTRIBUTE,
        /** A variable that takes each of the values in turn. */
        ITEM,
        /** A variable that stands for another expression. */
        VARIABLE
    }

    static Parameter one(String name, AttributeType type, String purpose) {
        return of(name, purpose, Kind.ONE, type);
    }

    static Parameter each(String name, AttributeType type, String purpose) {
        return of(name, purpose, Kind.EACH, type);
    }

    static Parameter several(String name, String purpose, AttributeType... types) {
        return of(name, purpose, Kind.SEVERAL, types);
    }

    static Parameter any(String name, String purpose) {
        return of(name, purpose, Kind.SEVERAL);
    }

    static Parameter attribute(String name, String purpose) {
        return of(name, purpose, Kind.ATTRIBUTE);
    }

    static Parameter item(String name, String purpose) {
        return of(name, purpose, Kind.ITEM);
    }

    static Parameter variable(String name, String purpose) {
        return of(name, purpose, Kind.VARIABLE);
    }

    /** Whether its argument is a variable. */
    boolean binds() {
        return kind == Kind.ITEM || kind == Kind.VARIABLE;
    }

    static Parameter choice(String name, String purpose, String... words) {
        return new Parameter(
                name, purpose, Kind.CHOICE, Set.of(), Constant.of(words[0]), false, List.of(words));
    }

    private static Parameter of(String name, String purpose, Kind kind, AttributeType... types) {
        Set<AttributeType> accepted = EnumSet.noneOf(AttributeType.class);
        accepted.addAll(List.of(types));
        return new Parameter(name, purpose, kind, accepted, null, false, List.of());
    }

    Parameter or(AttributeType type) {
        Set<AttributeType> both = EnumSet.copyOf(types);
        both.add(type);
        return new Parameter(name, purpose, kind, both, fallback, repeated, choices);
    }

    Parameter otherwise(Term value) {
        return new Parameter(name, purpose, kind, types, value, repeated, choices);
    }

    /** A choice that has to be made. */
    Parameter needed() {
        return otherwise(null);
    }

    Parameter again() {
        return new Parameter(name, purpose, kind, types, fallback, true, choices);
    }

    boolean isOptional() {
        return fallback != null;
    }
}
