package org.syncline.connectors.ldap.entry;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/**
 * One attribute of an object type in the directory.
 *
 * @param index in the object type
 * @param definition in the object type
 * @param column its name in the directory
 * @param values how its values are read and written
 */
public record LdapAttribute(int index, AttributeDefinition definition, String column, LdapValues values) {

    public static LdapAttribute of(int index, AttributeDefinition definition, AttributeSettings settings) {
        return new LdapAttribute(index, definition, settings.column(), new LdapValues(definition.type(), settings));
    }

    /**
     * What an entry holds.
     *
     * @throws IllegalArgumentException if a value is not as declared; the message says which attribute and why
     */
    public Content read(Entry entry) {
        Attribute attribute = entry.getAttribute(column);
        if (attribute == null || !attribute.hasValue()) {
            refuseRanges(entry);
            return Content.of(List.of());
        }
        List<ASN1OctetString> raw = List.of(attribute.getRawValues());
        if (raw.size() > 1 && !definition.multiValued()) {
            throw new IllegalArgumentException("attribute '" + column + "' has " + raw.size()
                    + " values but is declared to have one; declare it multi-valued");
        }
        return Content.of(read(raw));
    }

    /**
     * Some of what an entry holds, or held.
     *
     * @throws IllegalArgumentException as for a whole entry
     */
    public List<Value> read(List<ASN1OctetString> raw) {
        List<Value> read = new ArrayList<>(raw.size());
        for (ASN1OctetString value : raw) {
            read(value).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Value> read(ASN1OctetString value) {
        try {
            return values.isNone(value) ? Optional.empty() : Optional.of(values.read(value));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("attribute '" + column + "' cannot be read as "
                    + definition.type().name().toLowerCase(Locale.ROOT) + ": its value " + malformed.getMessage(),
                    malformed);
        }
    }

    /** Half a list must never pass for the whole. */
    private void refuseRanges(Entry entry) {
        for (Attribute attribute : entry.getAttributes()) {
            if (attribute.hasOptions()
                    && attribute.getName().regionMatches(true, 0, column + ";range=", 0, column.length() + 7)) {
                throw new IllegalArgumentException("the server gives attribute '" + column
                        + "' in ranges, as Active Directory does; raise its limit of values per answer");
            }
        }
    }

    /** What is sent in the place of all values there are. */
    public ASN1OctetString[] replacement(List<Value> wanted) {
        ASN1OctetString none = values.none();
        return wanted.isEmpty() && none != null ? new ASN1OctetString[]{none} : write(wanted);
    }

    /** What is sent for values; empty texts are never sent. */
    public ASN1OctetString[] write(List<Value> added) {
        return added.stream()
                .filter(value -> !value.text().isEmpty())
                .map(values::write)
                .toArray(ASN1OctetString[]::new);
    }
}
