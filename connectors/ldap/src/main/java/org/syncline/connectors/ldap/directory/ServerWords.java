package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Set;
import org.syncline.connectors.spi.ConnectorException;

/** What a directory says of a failure, for messages. */
public final class ServerWords {
    private static final Set<ResultCode> LIMITS =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED);

    private ServerWords() {}

    /** Number, name and the directory's own words. */
    public static String of(LDAPException failure) {
        ResultCode code = failure.getResultCode();
        String said = said(failure);
        boolean saysMore = said != null && !said.isBlank() && !said.equals(code.getName());
        return code.intValue() + " " + code.getName() + (saysMore ? ": " + said.strip() : "");
    }

    /** The directory's own words, or else the library's; null for none. */
    public static String said(LDAPException failure) {
        return failure.getDiagnosticMessage() == null ? failure.getMessage() : failure.getDiagnosticMessage();
    }

    /**
     * An import that cannot go on.
     *
     * @param what was being read
     */
    public static ConnectorException brokenOff(String what, LDAPException failure) {
        String advice = LIMITS.contains(failure.getResultCode())
                ? "the server gives no more entries to this account; raise its size limit"
                : "not everything was read; import again";
        return new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                "Reading '" + what + "' broke off: " + advice + " (" + of(failure) + ")", failure);
    }
}
