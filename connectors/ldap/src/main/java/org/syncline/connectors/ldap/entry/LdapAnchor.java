package org.syncline.connectors.ldap.entry;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** The anchor of an object type: one or several attributes, or the DN. */
public final class LdapAnchor {

    /** One attribute of it. */
    private record Part(String column, Form form) {

        /** How its bytes are told as text. */
        private enum Form {
            TEXT,
            BASE64,
            GUID
        }

        boolean isDn() {
            return column.equalsIgnoreCase(ObjectType.DN);
        }

        String read(Entry entry) {
            if (isDn()) {
                return entry.getDN();
            }
            Attribute attribute = entry.getAttribute(column);
            if (attribute == null || attribute.size() != 1) {
                return null;
            }
            return switch (form) {
                case TEXT -> attribute.getValue();
                case BASE64 -> Base64.getEncoder().encodeToString(attribute.getValueByteArray());
                case GUID -> ObjectGuid.text(attribute.getValueByteArray());
            };
        }

        Filter filter(String text) {
            return switch (form) {
                case TEXT -> Filter.createEqualityFilter(column, text);
                case BASE64 -> Filter.createEqualityFilter(column, Base64.getDecoder().decode(text));
                case GUID -> Filter.createEqualityFilter(column, ObjectGuid.bytes(text));
            };
        }
    }

    private final List<Part> parts;

    public LdapAnchor(List<String> columns, List<LdapAttribute> attributes) {
        this.parts = columns.stream().map(column -> part(column, attributes)).toList();
    }

    private static Part part(String column, List<LdapAttribute> attributes) {
        boolean isBinary = attributes.stream()
                .anyMatch(attribute -> attribute.column().equalsIgnoreCase(column)
                        && attribute.definition().type() == AttributeType.BINARY);
        return new Part(column,
                column.equalsIgnoreCase(ObjectGuid.ATTRIBUTE)
                        ? Part.Form.GUID
                        : isBinary ? Part.Form.BASE64 : Part.Form.TEXT);
    }

    /** The attributes to ask for. */
    public List<String> columns() {
        return parts.stream().filter(part -> !part.isDn()).map(Part::column).toList();
    }

    /** What to ask for when only the anchor is wanted. */
    public String[] requested() {
        return columns().isEmpty() ? new String[]{"1.1"} : columns().toArray(String[]::new);
    }

    public boolean containsDn() {
        return parts.stream().anyMatch(Part::isDn);
    }

    /** Whether the directory itself sees to it that no two entries share it. */
    public boolean isUniqueByItself() {
        return parts.size() == 1 && (parts.getFirst().isDn()
                || List.of("entryuuid", "objectguid", "nsuniqueid")
                        .contains(parts.getFirst().column().toLowerCase(Locale.ROOT)));
    }

    /** The anchor of an entry, or null if it lacks a part of it or has several values for it. */
    public Anchor read(Entry entry) {
        List<String> texts = new ArrayList<>(parts.size());
        for (Part part : parts) {
            String text = part.read(entry);
            if (text == null || text.isEmpty()) {
                return null;
            }
            texts.add(text);
        }
        return Anchor.of(texts);
    }

    /** What an entry with this anchor matches; matches everything as far as the anchor is the DN. */
    public Filter filter(Anchor anchor) {
        List<String> texts = texts(anchor);
        List<Filter> filters = new ArrayList<>();
        for (int index = 0; index < Math.min(parts.size(), texts.size()); index++) {
            if (!parts.get(index).isDn()) {
                filters.add(parts.get(index).filter(texts.get(index)));
            }
        }
        return Filter.createANDFilter(filters);
    }

    /** The DN in an anchor that contains it. */
    public String dn(Anchor anchor) {
        List<String> texts = texts(anchor);
        for (int index = 0; index < Math.min(parts.size(), texts.size()); index++) {
            if (parts.get(index).isDn()) {
                return texts.get(index);
            }
        }
        throw new IllegalStateException("The anchor contains no DN");
    }

    private List<String> texts(Anchor anchor) {
        return parts.size() == 1 ? List.of(anchor.text()) : anchor.parts();
    }
}
