package org.syncline.connectors.ldap.directory;

import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import com.unboundid.util.ssl.TrustAllSSLSocketVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.syncline.connectors.spi.ConnectorException;

/** Which servers' certificates are trusted. */
public sealed interface Trust {

    /** Those the Java installation trusts. */
    record Installed() implements Trust {}

    /** Those that the certificates of a PEM file vouch for, and these themselves. */
    record Issuers(Path caFile) implements Trust {}

    /**
     * One certificate, whoever issued it and whatever host it names.
     *
     * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits in lower case
     */
    record Pinned(String fingerprint) implements Trust {}

    /** Who decides about a certificate. */
    default TrustManager[] managers() {
        return switch (this) {
            case Installed() -> vouchedFor(null);
            case Issuers(Path caFile) -> vouchedFor(caFile);
            case Pinned(String fingerprint) -> new TrustManager[]{new PinnedCertificate(fingerprint)};
        };
    }

    /** Who decides whether a certificate belongs to the host. */
    default SSLSocketVerifier hosts() {
        return switch (this) {
            case Installed installed -> new HostNameSSLSocketVerifier(true);
            case Issuers issuers -> new HostNameSSLSocketVerifier(true);
            case Pinned pinned -> TrustAllSSLSocketVerifier.getInstance();
        };
    }

    /** @param caFile null for what the Java installation trusts */
    private static TrustManager[] vouchedFor(Path caFile) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(caFile == null ? null : certificates(caFile));
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException failure) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "Setting 'ca-file': no certificates can be read from '" + caFile
                            + "'; it must hold PEM certificates (" + failure.getMessage() + ")",
                    failure);
        }
    }

    private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("it holds none");
        }
        return store;
    }
}
