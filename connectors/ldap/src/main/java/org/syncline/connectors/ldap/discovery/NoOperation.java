package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Set;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.ServerWords;

/**
 * Writes that OpenLDAP checks and does not carry out (draft-zeilenga-ldap-noop). The control is critical: who doesn't know it has to
 * refuse the request. OpenLDAP does not announce it, so that nobody else is asked.
 */
final class NoOperation {
    private static final Control NO_OPERATION = new Control("1.3.6.1.4.1.4203.666.5.2", true);
    private static final String OPENLDAP = "OpenLDAProotDSE";

    /** What OpenLDAP finds out only after it has looked whether the account may do it. */
    private static final Set<ResultCode> AFTER_RIGHTS = Set.of(ResultCode.NO_SUCH_ATTRIBUTE,
            ResultCode.OBJECT_CLASS_VIOLATION, ResultCode.NAMING_VIOLATION, ResultCode.NOT_ALLOWED_ON_RDN,
            ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, ResultCode.NOT_ALLOWED_ON_NONLEAF);

    /** What came of it. */
    sealed interface Outcome {

        /** The account may do it. */
        record Allowed() implements Outcome {}

        /** The account may not. */
        record Denied() implements Outcome {}

        /** @param words of the server */
        record Unknown(ResultCode code, String words) implements Outcome {}
    }

    private final Directory directory;

    NoOperation(Directory directory) {
        this.directory = directory;
    }

    /** Whether the directory can be asked. */
    boolean isUnderstood() {
        return directory.announces("objectClass").contains(OPENLDAP);
    }

    Outcome of(AddRequest add) {
        add.addControl(NO_OPERATION);
        return send(add);
    }

    Outcome of(ModifyRequest modify) {
        modify.addControl(NO_OPERATION);
        return send(modify);
    }

    Outcome of(ModifyDNRequest rename) {
        rename.addControl(NO_OPERATION);
        return send(rename);
    }

    Outcome of(DeleteRequest delete) {
        delete.addControl(NO_OPERATION);
        return send(delete);
    }

    private Outcome send(ReadOnlyLDAPRequest request) {
        try {
            LDAPResult answer = directory.write(request);
            if (answer.getResultCode().equals(ResultCode.NO_OPERATION)) {
                return new Outcome.Allowed();
            }
            throw new IllegalStateException("The server carried out what it was told not to: " + request);
        } catch (LDAPException answer) {
            if (answer.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
                return new Outcome.Denied();
            }
            return AFTER_RIGHTS.contains(answer.getResultCode())
                    ? new Outcome.Allowed()
                    : new Outcome.Unknown(answer.getResultCode(), ServerWords.of(answer));
        }
    }
}
