package org.syncline.connectors.ldap.discovery;

import static java.util.Map.entry;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Locale;
import java.util.Map;
import org.syncline.schema.identity.AttributeType;

/** What values of a syntax (RFC 4517, section 3.3) are read as. */
final class AttributeSyntax {
    private static final String LDAP = "1.3.6.1.4.1.1466.115.121.1.";

    /** All others are texts. */
    private static final Map<String, AttributeType> TYPES = Map.ofEntries(
            entry(LDAP + "12", AttributeType.REFERENCE),
            // Name and Optional UID: the members of groupOfUniqueNames
            entry(LDAP + "34", AttributeType.REFERENCE),
            entry(LDAP + "24", AttributeType.DATE),
            entry(LDAP + "7", AttributeType.BOOLEAN),
            entry(LDAP + "27", AttributeType.INTEGER),
            // audio, binary, certificate, certificate list, certificate pair, fax, JPEG, octet string, supported algorithm
            entry(LDAP + "4", AttributeType.BINARY),
            entry(LDAP + "5", AttributeType.BINARY),
            entry(LDAP + "8", AttributeType.BINARY),
            entry(LDAP + "9", AttributeType.BINARY),
            entry(LDAP + "10", AttributeType.BINARY),
            entry(LDAP + "23", AttributeType.BINARY),
            entry(LDAP + "28", AttributeType.BINARY),
            entry(LDAP + "40", AttributeType.BINARY),
            entry(LDAP + "49", AttributeType.BINARY));

    /** Where a type names no syntax and inherits none, its matching rule tells. */
    private static final Map<String, AttributeType> BY_MATCHING_RULE = Map.of(
            "distinguishednamematch", AttributeType.REFERENCE,
            "uniquemembermatch", AttributeType.REFERENCE,
            "generalizedtimematch", AttributeType.DATE,
            "booleanmatch", AttributeType.BOOLEAN,
            "integermatch", AttributeType.INTEGER,
            "octetstringmatch", AttributeType.BINARY);

    private AttributeSyntax() {}

    static AttributeType typeOf(AttributeTypeDefinition attribute, Schema schema) {
        String syntax = attribute.getBaseSyntaxOID(schema);
        if (syntax != null) {
            return TYPES.getOrDefault(syntax, AttributeType.STRING);
        }
        String rule = attribute.getEqualityMatchingRule(schema);
        return rule == null
                ? AttributeType.STRING
                : BY_MATCHING_RULE.getOrDefault(rule.toLowerCase(Locale.ROOT), AttributeType.STRING);
    }
}
