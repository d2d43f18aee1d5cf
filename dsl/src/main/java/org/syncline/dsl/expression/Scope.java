package org.syncline.dsl.expression;

import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.ObjectType;

/**
 * The names an expression may use, and their types.
 *
 * @param source type of the object that {@code [attribute]} reads; null if names are looked up at evaluation ({@link #byName})
 * @param target type of the object that {@code [target.attribute]} reads; null for none
 * @param referenced the types a reference of the source may lead to, for {@code [reference.attribute]}; empty for none
 * @param decided names that <code>{name}</code> may read
 * @param parameters values of {@code %name%}
 * @param tables that {@code Lookup} may read, by name
 * @param kept whether the result is made once and kept, so that chance may have a part in it
 * @param unanswered functions that ask what nobody answers where the expression stands; where there are any, no reference is followed
 */
public record Scope(
        ObjectType source, ObjectType target, Set<ObjectType> referenced, Set<String> decided,
        Map<String, String> parameters, Map<String, LookupTable> tables, boolean kept,
        Set<String> unanswered) {
    private static final ObjectType NOTHING = ObjectType.ofMetaverse("nothing");

    public Scope {
        referenced = Set.copyOf(referenced);
        decided = Set.copyOf(decided);
        parameters = Map.copyOf(parameters);
        tables = Map.copyOf(tables);
        unanswered = Set.copyOf(unanswered);
    }

    public static Scope of(ObjectType source, Map<String, String> parameters) {
        return new Scope(source, null, Set.of(), Set.of(), parameters, Map.of(), false, Set.of());
    }

    /** Any name is allowed, untyped, and absent where evaluation does not know it. */
    public static Scope byName(Map<String, String> parameters) {
        return new Scope(null, null, Set.of(), Set.of(), parameters, Map.of(), false, Set.of());
    }

    /** There is no object that could be read. */
    public static Scope ofNothing(Map<String, String> parameters) {
        return of(NOTHING, parameters);
    }

    boolean isOfNothing() {
        return source == NOTHING;
    }

    public boolean isByName() {
        return source == null;
    }

    public Scope withTarget(ObjectType type) {
        return new Scope(source, type, referenced, decided, parameters, tables, kept, unanswered);
    }

    public Scope withReferenced(Set<ObjectType> types) {
        return new Scope(source, target, types, decided, parameters, tables, kept, unanswered);
    }

    public Scope withDecided(Set<String> names) {
        return new Scope(source, target, referenced, names, parameters, tables, kept, unanswered);
    }

    public Scope withParameters(Map<String, String> values) {
        return new Scope(source, target, referenced, decided, values, tables, kept, unanswered);
    }

    public Scope withTables(Map<String, LookupTable> known) {
        return new Scope(source, target, referenced, decided, parameters, known, kept, unanswered);
    }

    /** Of an expression whose result is made once and kept. */
    public Scope whereKept() {
        return new Scope(source, target, referenced, decided, parameters, tables, true, unanswered);
    }

    /** Where these functions are not answered; they are refused then. */
    public Scope without(Set<String> functions) {
        return new Scope(source, target, referenced, decided, parameters, tables, kept, functions);
    }
}
