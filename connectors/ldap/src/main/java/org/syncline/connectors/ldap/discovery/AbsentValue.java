package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.spi.OfferedAttribute;

/**
 * Asks whether an attribute may be written by deleting a value from it that nobody has: OpenLDAP looks at the rights first and then finds
 * that there is nothing to delete. Its no-op control is not used: an add by it can leave the database (back-mdb of OpenLDAP 2.5) mixing
 * up attributes that it had not held before.
 */
final class AbsentValue {
    private static final String OPENLDAP = "OpenLDAProotDSE";

    /** What OpenLDAP finds out only after it has looked whether the account may do it. */
    private static final Set<ResultCode> AFTER_RIGHTS =
            Set.of(ResultCode.NO_SUCH_ATTRIBUTE, ResultCode.INAPPROPRIATE_MATCHING);

    private final Directory directory;
    private final String base;

    /** What came of it. */
    sealed interface Outcome {

        /** The account may write the attribute. */
        record Allowed() implements Outcome {}

        /** The account may not. */
        record Denied() implements Outcome {}

        /** @param why it could not be found out */
        record Unknown(String why) implements Outcome {}
    }

    /** @param base of the values that are names */
    AbsentValue(Directory directory, String base) {
        this.directory = directory;
        this.base = base;
    }

    /** Whether the order in which the directory looks is known. */
    static boolean tells(Directory directory) {
        return directory.announces("objectClass").contains(OPENLDAP);
    }

    Outcome deletedFrom(String dn, OfferedAttribute attribute) {
        return value(attribute)
                .map(value -> send(new ModifyRequest(dn,
                        new Modification(ModificationType.DELETE, attribute.name(), value))))
                .orElse(new Outcome.Unknown("it can have no value that is certainly absent"));
    }

    private Optional<String> value(OfferedAttribute attribute) {
        String unique = "syncline-check-" + UUID.randomUUID();
        long number = ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
        return switch (attribute.type()) {
            case STRING, BINARY -> Optional.of(unique);
            case REFERENCE -> Optional.of("cn=" + unique + "," + base);
            case INTEGER -> Optional.of("-" + number);
            case DATE -> Optional.of("19000101000000." + number + "Z");
            case BOOLEAN -> Optional.empty();
        };
    }

    private Outcome send(ModifyRequest request) {
        try {
            directory.write(request);
            return new Outcome.Allowed();
        } catch (LDAPException answer) {
            if (answer.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
                return new Outcome.Denied();
            }
            return AFTER_RIGHTS.contains(answer.getResultCode())
                    ? new Outcome.Allowed()
                    : new Outcome.Unknown(ServerWords.of(answer));
        }
    }
}
