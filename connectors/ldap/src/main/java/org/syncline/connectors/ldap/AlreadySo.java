package org.syncline.connectors.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.matchingrules.CaseIgnoreStringMatchingRule;
import com.unboundid.ldap.matchingrules.DistinguishedNameMatchingRule;
import com.unboundid.ldap.matchingrules.MatchingRule;
import com.unboundid.ldap.matchingrules.OctetStringMatchingRule;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.schema.identity.AttributeType;

/** Leaves out of a modification what the entry already has, or already lacks. */
final class AlreadySo {
    private AlreadySo() {}

    /** Whether a directory may refuse with this code because a value is already there or already gone. */
    static boolean mayBeWhy(ResultCode code) {
        return switch (code.intValue()) {
            case ResultCode.ATTRIBUTE_OR_VALUE_EXISTS_INT_VALUE, ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE,
                    ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE, ResultCode.UNWILLING_TO_PERFORM_INT_VALUE -> true;
            default -> false;
        };
    }

    /**
     * What is left to do.
     *
     * @param entry as it is now
     */
    static List<Modification> remaining(List<Modification> modifications, Entry entry, LdapObjectType type) {
        List<Modification> remaining = new ArrayList<>();
        for (Modification modification : modifications) {
            if (modification.getModificationType().equals(ModificationType.REPLACE)) {
                remaining.add(modification);
                continue;
            }
            ASN1OctetString[] values = remaining(modification, entry, type);
            if (values.length > 0) {
                remaining.add(
                        new Modification(modification.getModificationType(), modification.getAttributeName(), values));
            }
        }
        return remaining;
    }

    private static ASN1OctetString[] remaining(Modification modification, Entry entry, LdapObjectType type) {
        boolean isRemoval = modification.getModificationType().equals(ModificationType.DELETE);
        Attribute attribute = entry.getAttribute(modification.getAttributeName());
        MatchingRule rule = rule(modification.getAttributeName(), type);
        return Arrays.stream(modification.getRawValues())
                .filter(value -> isRemoval == (attribute != null && attribute.hasValue(value.getValue(), rule)))
                .toArray(ASN1OctetString[]::new);
    }

    private static MatchingRule rule(String column, LdapObjectType type) {
        AttributeType valueType = type.attributes().stream()
                .filter(attribute -> attribute.column().equalsIgnoreCase(column))
                .map(attribute -> attribute.definition().type())
                .findFirst()
                .orElse(AttributeType.STRING);
        return switch (valueType) {
            case REFERENCE -> DistinguishedNameMatchingRule.getInstance();
            case BINARY -> OctetStringMatchingRule.getInstance();
            case STRING, INTEGER, BOOLEAN, DATE -> CaseIgnoreStringMatchingRule.getInstance();
        };
    }
}
