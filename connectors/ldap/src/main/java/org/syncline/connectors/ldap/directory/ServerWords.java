package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;

/** What a directory says of a failure, for messages. */
public final class ServerWords {
    private ServerWords() {}

    /** Number, name and the directory's own words. */
    public static String of(LDAPException failure) {
        ResultCode code = failure.getResultCode();
        String said = said(failure);
        boolean saysMore = said != null && !said.isBlank() && !said.equals(code.getName());
        return code.intValue() + " " + code.getName() + (saysMore ? ": " + said.strip() : "");
    }

    /**
     * The directory's own words, or else why none were heard; null for none. Where a request was under way the library's own are not
     * taken, because they repeat the request, passwords included.
     */
    public static String said(LDAPException failure) {
        ResultCode code = failure.getResultCode();
        if (failure.getDiagnosticMessage() != null) {
            return failure.getDiagnosticMessage();
        }
        return code.isClientSideResultCode() && !code.equals(ResultCode.CONNECT_ERROR)
                ? cause(failure)
                : failure.getMessage();
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof LDAPException ? null : cause.getMessage();
    }

    /**
     * An import that cannot go on.
     *
     * @param what was being read
     */
    public static ConnectorException brokenOff(String what, LDAPException failure) {
        return new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                "Reading '" + what + "' broke off: " + advice(failure) + " (" + of(failure) + ")", failure);
    }

    private static String advice(LDAPException failure) {
        return switch (failure.getResultCode().intValue()) {
            case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE, ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                    "the server gives no more entries to this account; raise its size limit";
            case ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE ->
                    "the server gives no more time to this account; raise its time limit, or let it index what is"
                            + " searched for";
            case ResultCode.TIMEOUT_INT_VALUE ->
                    "the server did not answer in time; raise 'response-timeout' if it is only slow, and import again";
            case ResultCode.BUSY_INT_VALUE, ResultCode.UNAVAILABLE_INT_VALUE ->
                    "the server is busy; import again later";
            case ResultCode.REFERRAL_INT_VALUE -> "another server holds it; name that one in 'server'"
                    + Stream.ofNullable(failure.getReferralURLs()).flatMap(Stream::of).limit(1)
                            .map(url -> ": " + url)
                            .collect(Collectors.joining());
            default -> "not everything was read; import again";
        };
    }
}
