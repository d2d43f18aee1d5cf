package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPExtendedOperationException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why an encrypted connection to a server did not come about, in words for an administrator. */
final class EncryptionErrors {
    private EncryptionErrors() {}

    /** What to do about it; empty if encryption is not to blame. */
    static Optional<String> advice(LDAPException failure) {
        if (failure instanceof LDAPExtendedOperationException) {
            return Optional.of("it does not encrypt on request (start-tls): use its ldaps:// port, or let it have a"
                    + " certificate");
        }
        if (isCausedBy(failure, CertificateExpiredException.class)) {
            return Optional.of("its certificate, or one that vouches for it, has expired: renew it");
        }
        if (isCausedBy(failure, CertificateNotYetValidException.class)) {
            return Optional.of("its certificate is not valid yet: check the clocks of both machines");
        }
        if (isCausedBy(failure, PinnedCertificate.Another.class)) {
            return Optional.of("its certificate is another one than 'pinned-certificate': if it was renewed, set the"
                    + " new fingerprint");
        }
        if (isCausedBy(failure, CertPathBuilderException.class)) {
            return Optional.of("nobody who is trusted vouches for its certificate: name the issuer's certificate in"
                    + " 'ca-file', or the server's own fingerprint in 'pinned-certificate'");
        }
        String said = String.valueOf(failure.getMessage());
        if (said.contains("hostname") && said.contains("certificate")) {
            return Optional.of("its certificate names another host: write in 'server' a name that stands in it, or use"
                    + " 'pinned-certificate'");
        }
        if (isCausedBy(failure, SSLException.class)) {
            return Optional.of("no encrypted connection came about: check that the port is the one for ldaps://, and"
                    + " which versions of TLS and which certificates it demands");
        }
        return Optional.empty();
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
