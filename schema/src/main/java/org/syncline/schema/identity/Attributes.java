package org.syncline.schema.identity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The contents of one object's attributes: an array in the order of its {@link ObjectType}. Immutable. */
public final class Attributes {
    private final ObjectType type;
    private final Content[] contents;

    private Attributes(ObjectType type, Content[] contents) {
        this.type = type;
        this.contents = contents;
    }

    public static Attributes empty(ObjectType type) {
        return new Builder(type).build();
    }

    public static Builder builder(ObjectType type) {
        return new Builder(type);
    }

    public ObjectType type() {
        return type;
    }

    /** What the attribute holds; {@link Absence#NULL} when it holds nothing. */
    public Content get(int index) {
        return contents[index];
    }

    /**
     * What the named attribute holds.
     *
     * @throws IllegalArgumentException if the type has no such attribute
     */
    public Content get(String attribute) {
        return contents[type.index(attribute)];
    }

    /** The text of the first value of an attribute, or null when it holds nothing. */
    public String text(String attribute) {
        List<Value> values = get(attribute).asList();
        return values.isEmpty() ? null : values.getFirst().text();
    }

    /** The distinguished name of a connector-space object, or null where there is none. */
    public String dn() {
        return contents.length > 0 && contents[0] instanceof TextValue dn
                && type.attribute(0).name().equals(ObjectType.DN)
                        ? dn.text()
                        : null;
    }

    /** The names of the attributes that hold more values than are read at once. */
    public Set<String> large() {
        Set<String> large = Set.of();
        for (int index = 0; index < contents.length; index++) {
            if (contents[index] instanceof LargeValues) {
                large = large.isEmpty() ? new HashSet<>() : large;
                large.add(type.attribute(index).name());
            }
        }
        return large;
    }

    public Builder toBuilder() {
        return new Builder(type, contents.clone());
    }

    public Attributes with(String attribute, Content content) {
        return toBuilder().set(attribute, content).build();
    }

    /** The same contents under another version of the type; attributes it does not have are dropped. */
    public Attributes as(ObjectType other) {
        if (type.equals(other)) {
            return type == other ? this : new Attributes(other, contents);
        }
        Builder builder = builder(other);
        for (int index = 0; index < contents.length; index++) {
            int target = other.indexOf(type.attribute(index).name());
            if (target >= 0) {
                builder.set(target, contents[index]);
            }
        }
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && type.equals(that.type) && Arrays.equals(contents, that.contents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(contents);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type.name()).append('{');
        for (int index = 0; index < contents.length; index++) {
            if (contents[index].isPresent()) {
                text.append(type.attribute(index).name()).append('=').append(contents[index]).append(' ');
            }
        }
        return text.append('}').toString();
    }

    /** Collects the contents of one object; used once. */
    public static final class Builder {
        private final ObjectType type;
        private Content[] contents;

        private Builder(ObjectType type) {
            this.type = type;
            this.contents = new Content[type.size()];
            Arrays.fill(contents, Absence.NULL);
        }

        private Builder(ObjectType type, Content[] contents) {
            this.type = type;
            this.contents = contents;
        }

        public Content get(int index) {
            return contents[index];
        }

        public Builder set(int index, Content content) {
            contents[index] = content instanceof Absence ? Absence.NULL : content;
            return this;
        }

        public Builder set(String attribute, Content content) {
            return set(type.index(attribute), content);
        }

        public Builder set(String attribute, String text) {
            return set(attribute, text == null ? Absence.NULL : new TextValue(text));
        }

        public Builder set(String attribute, List<? extends Value> values) {
            return set(attribute, Content.of(values));
        }

        public Attributes build() {
            Attributes built = new Attributes(type, contents);
            contents = null;
            return built;
        }
    }
}
