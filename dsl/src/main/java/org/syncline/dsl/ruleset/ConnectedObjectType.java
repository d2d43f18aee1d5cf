package org.syncline.dsl.ruleset;

import java.util.List;
import java.util.Optional;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/**
 * One object type of a connected system.
 *
 * @param type its attributes; the first is {@code dn}
 * @param anchor the attributes that make up the anchor, by the system's own names
 * @param secondaryKey attributes that identify an object before its anchor is known; empty for none
 * @param settings of the type alone, in their order
 * @param attributes in the order of the type, without {@code dn}
 * @param collectsRows whether rows that share an anchor are one object
 * @param read which rows are read at all, over the source's columns (compiled by name); null for every row
 * @param filter which staged objects are kept disconnected; null for none
 * @param disabled what a disabled object looks like, for guards and reports; null if it is not said
 * @param allow what exports may do
 * @param onRefused what becomes of the rest of a change when the system refuses a part of it
 */
public record ConnectedObjectType(
        ObjectType type,
        List<String> anchor,
        List<String> secondaryKey,
        List<GivenSetting> settings,
        List<ConnectedAttribute> attributes,
        boolean collectsRows,
        Expression read,
        Expression filter,
        Expression disabled,
        Allow allow,
        OnRefused onRefused,
        RuleLocation location) {

    /** What exports may do to objects of a type beside updating them. */
    public record Allow(boolean add, boolean delete) {
        public static final Allow ALL = new Allow(true, true);
        public static final Allow UPDATE = new Allow(false, false);

        /** Whether a change of this kind may be sent. */
        public boolean allows(Delta.Kind kind) {
            return switch (kind) {
                case ADD -> add;
                case DELETE -> delete;
                case UPDATE, NONE -> true;
            };
        }

        /** As it is written. */
        public String text() {
            return (add ? "add " : "") + "update" + (delete ? " delete" : "");
        }
    }

    /** What becomes of the rest of a change of which the system refuses a part. */
    public enum OnRefused {
        SPLIT,
        WHOLE
    }

    /**
     * One attribute.
     *
     * @param column the system's own name
     * @param format of dates in text; null for the usual one
     * @param referenceTo the object type a reference names; null for any, or when it is no reference
     * @param referenceBy the attribute of the target that a reference holds; null for the anchor, or the DN where there are names
     * @param required whether the system refuses an object without it
     * @param settings of the attribute alone, in their order
     */
    public record ConnectedAttribute(String name, String column, String format, String referenceTo,
            String referenceBy, boolean required, List<GivenSetting> settings) {

        public ConnectedAttribute {
            settings = List.copyOf(settings);
        }

        /** One that an object may do without. */
        public ConnectedAttribute(String name, String column, String format, String referenceTo, String referenceBy) {
            this(name, column, format, referenceTo, referenceBy, false, List.of());
        }
    }

    public ConnectedObjectType {
        anchor = List.copyOf(anchor);
        secondaryKey = List.copyOf(secondaryKey);
        settings = List.copyOf(settings);
        attributes = List.copyOf(attributes);
    }

    /** The same with another filter. */
    public ConnectedObjectType filteredBy(Expression condition) {
        return new ConnectedObjectType(
                type, anchor, secondaryKey, settings, attributes, collectsRows, read, condition, disabled, allow,
                onRefused, location);
    }

    public Optional<ConnectedAttribute> attribute(String name) {
        return attributes.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
    }
}
