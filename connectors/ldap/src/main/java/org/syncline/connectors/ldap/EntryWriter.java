package org.syncline.connectors.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.syncline.connectors.ldap.entry.LdapAttribute;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Value;

/** Turns wanted objects and wanted changes of one object type into requests. */
final class EntryWriter {
    private final LdapObjectType type;

    EntryWriter(LdapObjectType type) {
        this.type = type;
    }

    /** A new entry. It gets its object class and the values of its name even if nobody flows them. */
    AddRequest add(Attributes wanted) throws LDAPException {
        List<Attribute> entry = new ArrayList<>();
        for (LdapAttribute attribute : type.attributes()) {
            ASN1OctetString[] values = attribute.write(wanted.get(attribute.index()).asList());
            if (values.length > 0) {
                entry.add(new Attribute(attribute.column(), values));
            }
        }
        if (isAbsent(entry, LdapObjectType.OBJECT_CLASS)) {
            entry.addFirst(new Attribute(LdapObjectType.OBJECT_CLASS, type.type().name()));
        }
        addName(entry, new DN(wanted.dn()).getRDN());
        return new AddRequest(wanted.dn(), entry);
    }

    private static void addName(List<Attribute> entry, RDN name) {
        for (int index = 0; index < name.getValueCount(); index++) {
            if (isAbsent(entry, name.getAttributeNames()[index])) {
                entry.add(new Attribute(name.getAttributeNames()[index], name.getByteArrayAttributeValues()[index]));
            }
        }
    }

    private static boolean isAbsent(List<Attribute> entry, String column) {
        return entry.stream().noneMatch(attribute -> attribute.getName().equalsIgnoreCase(column));
    }

    /**
     * The modifications of an entry that keeps or changes its name.
     *
     * @param renaming which brings and takes values by itself; null if the name stays
     */
    List<Modification> modifications(List<Delta.AttributeChange> changes, Renaming renaming) {
        List<Modification> modifications = new ArrayList<>();
        for (Delta.AttributeChange change : changes) {
            LdapAttribute attribute = type.attribute(change.attribute());
            if (attribute != null && attribute.definition().multiValued()) {
                modifyValues(attribute, withoutName(attribute, change, renaming), modifications);
            } else if (attribute != null && !isDoneByName(attribute, change, renaming)) {
                replaceValue(attribute, change.added(), modifications);
            }
        }
        return modifications;
    }

    private static boolean isDoneByName(LdapAttribute attribute, Delta.AttributeChange change, Renaming renaming) {
        return renaming != null
                && change.added().stream().allMatch(value -> renaming.brings(attribute, value))
                && change.removed().stream().allMatch(value -> renaming.takes(attribute, value));
    }

    private static Delta.AttributeChange withoutName(LdapAttribute attribute, Delta.AttributeChange change,
            Renaming renaming) {
        return renaming == null
                ? change
                : new Delta.AttributeChange(change.attribute(),
                        without(change.added(), value -> renaming.brings(attribute, value)),
                        without(change.removed(), value -> renaming.takes(attribute, value)));
    }

    private static List<Value> without(List<Value> values, Predicate<Value> unwanted) {
        return values.stream().filter(unwanted.negate()).toList();
    }

    /** Whatever is there: sent again after a crash it does no harm, and it needs no equality rule. */
    private static void replaceValue(LdapAttribute attribute, List<Value> values, List<Modification> modifications) {
        modifications
                .add(new Modification(ModificationType.REPLACE, attribute.column(), attribute.replacement(values)));
    }

    /** Only the difference; removals go first, because two spellings of a value are one to the directory. */
    private static void modifyValues(LdapAttribute attribute, Delta.AttributeChange change,
            List<Modification> modifications) {
        ASN1OctetString[] removals = attribute.write(change.removed());
        ASN1OctetString[] additions = attribute.write(change.added());
        if (removals.length > 0) {
            modifications.add(new Modification(ModificationType.DELETE, attribute.column(), removals));
        }
        if (additions.length > 0) {
            modifications.add(new Modification(ModificationType.ADD, attribute.column(), additions));
        }
    }
}
