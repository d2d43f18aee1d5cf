package org.syncline.schema.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The difference between two states of one object, value by value. A state is its {@link Attributes}, or null where the object does
 * not exist. Immutable.
 */
public final class Delta {

    /** What happens to the object as a whole. */
    public enum Kind {
        NONE,
        ADD,
        UPDATE,
        DELETE
    }

    /**
     * The change of one attribute. A single-valued attribute that gets another value has the old one in {@code removed}.
     *
     * @param attribute index in the object type
     * @param added values that are there afterwards and were not before
     * @param removed values that were there before and are not afterwards
     */
    public record AttributeChange(int attribute, List<Value> added, List<Value> removed) {
        public AttributeChange {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        /** The part of this change that is about values of another one. */
        AttributeChange among(AttributeChange other) {
            Set<Value> values = new HashSet<>(other.added);
            values.addAll(other.removed);
            return new AttributeChange(
                    attribute,
                    added.stream().filter(values::contains).toList(),
                    removed.stream().filter(values::contains).toList());
        }
    }

    private static final Delta NONE = new Delta(Kind.NONE, List.of());
    private static final Delta DELETE = new Delta(Kind.DELETE, List.of());

    private final Kind kind;
    private final List<AttributeChange> changes;

    private Delta(Kind kind, List<AttributeChange> changes) {
        this.kind = kind;
        this.changes = List.copyOf(changes);
    }

    public static Delta none() {
        return NONE;
    }

    public static Delta delete() {
        return DELETE;
    }

    public static Delta add(List<AttributeChange> changes) {
        return new Delta(Kind.ADD, changes);
    }

    /** An update of these changes; {@link #none()} if there are none. */
    public static Delta update(List<AttributeChange> changes) {
        return changes.isEmpty() ? NONE : new Delta(Kind.UPDATE, changes);
    }

    /** What turns {@code from} into {@code to}; null stands for an object that does not exist. */
    public static Delta between(Attributes from, Attributes to) {
        if (to == null) {
            return from == null ? NONE : DELETE;
        }
        if (from == null) {
            return add(changes(Attributes.empty(to.type()), to));
        }
        return update(changes(from.as(to.type()), to));
    }

    private static List<AttributeChange> changes(Attributes from, Attributes to) {
        List<AttributeChange> changes = new ArrayList<>();
        for (int index = 0; index < to.type().size(); index++) {
            Content before = from.get(index);
            Content after = to.get(index);
            if (before != after && !before.equals(after)) {
                changes.add(new AttributeChange(index, after.without(before), before.without(after)));
            }
        }
        return changes;
    }

    public Kind kind() {
        return kind;
    }

    public List<AttributeChange> changes() {
        return changes;
    }

    public boolean isNone() {
        return kind == Kind.NONE;
    }

    /** The change of one attribute, or null if it has none. */
    public AttributeChange change(int attribute) {
        for (AttributeChange change : changes) {
            if (change.attribute() == attribute) {
                return change;
            }
        }
        return null;
    }

    /** The same without the changes that match; {@link #none()} for an update of which nothing is left. */
    public Delta without(Predicate<AttributeChange> match) {
        List<AttributeChange> rest = changes.stream().filter(match.negate()).toList();
        return switch (kind) {
            case ADD -> add(rest);
            case UPDATE -> update(rest);
            case NONE, DELETE -> this;
        };
    }

    /**
     * The state after this delta.
     *
     * @param state before it, or null for an object that does not exist
     * @param type of the object
     * @return the state after it, or null if the object then does not exist
     */
    public Attributes applyTo(Attributes state, ObjectType type) {
        return switch (kind) {
            case NONE -> state;
            case DELETE -> null;
            case ADD, UPDATE -> apply(state == null ? Attributes.empty(type) : state);
        };
    }

    private Attributes apply(Attributes state) {
        if (changes.isEmpty()) {
            return state;
        }
        Attributes.Builder builder = state.toBuilder();
        for (AttributeChange change : changes) {
            builder.set(change.attribute(), apply(change, state.get(change.attribute()), state.type()));
        }
        return builder.build();
    }

    /** The same of one attribute alone; null stands for an object that does not exist. */
    Content applyTo(Content before, int attribute, ObjectType type) {
        return switch (kind) {
            case NONE -> before;
            case DELETE -> null;
            case ADD, UPDATE -> {
                Content present = before == null ? Absence.NULL : before;
                AttributeChange change = change(attribute);
                yield change == null ? present : apply(change, present, type);
            }
        };
    }

    private static Content apply(AttributeChange change, Content before, ObjectType type) {
        if (!type.attribute(change.attribute()).multiValued()) {
            return change.added().isEmpty() ? withoutRemoved(before, change) : change.added().getLast();
        }
        return before.changed(change.added(), change.removed());
    }

    private static Content withoutRemoved(Content before, AttributeChange change) {
        return before.isPresent() && change.removed().contains(before.asList().getFirst()) ? Absence.NULL : before;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delta that && kind == that.kind && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, changes);
    }

    @Override
    public String toString() {
        return kind + (changes.isEmpty() ? "" : changes.toString());
    }
}
