package org.syncline.connectors.ldap.entry;

import com.unboundid.ldap.sdk.Entry;
import java.util.HashSet;
import java.util.Set;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Turns the entries of one object type into imported objects. */
public final class EntryReader {

    /** What became of an entry. */
    public sealed interface Outcome {

        /** It could be read. */
        record Read(ImportedChange.Whole object) implements Outcome {}

        /** The connector is not to read it. */
        record NotWanted() implements Outcome {}

        /** It could not be read. */
        record Unreadable(DiscoveryError error) implements Outcome {}
    }

    private final LdapObjectType type;
    private final boolean anchorsAreUnique;
    private final Set<Anchor> seen = new HashSet<>();

    private EntryReader(LdapObjectType type, boolean anchorsAreUnique) {
        this.type = type;
        this.anchorsAreUnique = anchorsAreUnique;
    }

    /** Of a directory, which itself sees to it that some anchors are unique. */
    public static EntryReader ofDirectory(LdapObjectType type) {
        return new EntryReader(type, type.anchor().isUniqueByItself());
    }

    /** Of a file, which may hold anything. */
    public static EntryReader ofFile(LdapObjectType type) {
        return new EntryReader(type, false);
    }

    /**
     * Reads an entry.
     *
     * @param place where it stands, for messages
     */
    public Outcome read(Entry entry, String place) {
        return type.wants(entry) ? object(entry, place) : new Outcome.NotWanted();
    }

    private Outcome object(Entry entry, String place) {
        Anchor anchor = type.anchor().read(entry);
        if (anchor == null) {
            return unreadable(DiscoveryError.Code.MISSING_ANCHOR, null, place,
                    "it has not exactly one value for the anchor "
                            + String.join(", ", type.anchor().columns())
                            + ", or the account that reads may not see it");
        }
        if (!anchorsAreUnique && !seen.add(anchor)) {
            return unreadable(DiscoveryError.Code.DUPLICATE_ANCHOR, anchor, place,
                    "another entry has the anchor '" + anchor
                            + "' too; correct one of them or choose a unique attribute");
        }
        try {
            return new Outcome.Read(new ImportedChange.Whole(anchor, attributes(entry)));
        } catch (IllegalArgumentException malformed) {
            return unreadable(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, anchor, place, malformed.getMessage());
        }
    }

    private Outcome unreadable(DiscoveryError.Code code, Anchor anchor, String place, String message) {
        return new Outcome.Unreadable(
                new DiscoveryError(code, type.type().name(), anchor, place, place + ": " + message));
    }

    private Attributes attributes(Entry entry) {
        Attributes.Builder builder = Attributes.builder(type.type());
        builder.set(ObjectType.DN, new TextValue(entry.getDN()));
        for (LdapAttribute attribute : type.readAttributes()) {
            builder.set(attribute.index(), attribute.read(entry));
        }
        return builder.build();
    }
}
