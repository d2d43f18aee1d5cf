package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;

/** Why a directory server cannot be used at all, in words for an administrator. */
final class StartErrors {
    private static final String UNREACHED = "check host, port and firewall, and that the server runs";

    private StartErrors() {}

    static ConnectorException of(LDAPException failure, ServerAddress server) {
        Optional<String> encryption = EncryptionErrors.advice(failure);
        if (encryption.isPresent() || failure.getResultCode().isClientSideResultCode()) {
            return connection(failure, server, encryption.orElse(UNREACHED));
        }
        return switch (failure.getResultCode().intValue()) {
            case ResultCode.INVALID_CREDENTIALS_INT_VALUE, ResultCode.INAPPROPRIATE_AUTHENTICATION_INT_VALUE,
                    ResultCode.NO_SUCH_OBJECT_INT_VALUE, ResultCode.INVALID_DN_SYNTAX_INT_VALUE,
                    ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
                    credentials(failure, server, server.credentials().advice());
            case ResultCode.STRONG_AUTH_REQUIRED_INT_VALUE, ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE ->
                    credentials(failure, server, "it wants an encrypted connection: use ldaps:// or start-tls");
            default -> connection(failure, server, UNREACHED);
        };
    }

    private static ConnectorException credentials(LDAPException failure, ServerAddress server, String advice) {
        return new ConnectorException(ConnectorException.Code.NO_START_CREDENTIALS,
                server.title() + " refuses " + server.credentials().title() + ": " + advice + " (" + words(failure)
                        + ")",
                failure);
    }

    private static ConnectorException connection(LDAPException failure, ServerAddress server, String advice) {
        return new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                "Cannot connect to " + server.title() + ": " + advice + " (" + words(failure) + ")", failure);
    }

    private static String words(LDAPException failure) {
        String said = failure.getDiagnosticMessage() == null ? root(failure) : failure.getDiagnosticMessage();
        return failure.getResultCode().intValue() + " " + failure.getResultCode().getName() + ": " + said;
    }

    /** What the first cause says: the library wraps it in its own classes, several times over. */
    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? failure.getMessage() : cause.getMessage();
    }
}
