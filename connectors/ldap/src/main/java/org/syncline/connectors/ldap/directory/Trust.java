package org.syncline.connectors.ldap.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.syncline.connectors.spi.ConnectorException;

/** Which servers' certificates are trusted. */
final class Trust {
    private Trust() {}

    /** Trusts what the PEM file holds, or what the Java installation trusts if there is none. */
    static SSLContext context(Path caFile) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(caFile == null ? null : certificates(caFile));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
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
