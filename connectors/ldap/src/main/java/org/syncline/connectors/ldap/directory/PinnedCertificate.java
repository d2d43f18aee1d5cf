package org.syncline.connectors.ldap.directory;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts one certificate alone.
 *
 * @param fingerprint SHA-256 in lower case
 */
record PinnedCertificate(String fingerprint) implements X509TrustManager {

    /** It is not this one. */
    static final class Another extends CertificateException {
        private static final long serialVersionUID = 1L;

        private Another(String shown) {
            super("the certificate has the fingerprint " + shown + ", not the pinned one");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        String shown = fingerprint(chain[0]);
        if (!shown.equals(fingerprint)) {
            throw new Another(shown);
        }
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException failure) {
            throw new CertificateException("the certificate cannot be read", failure);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("a server trusts no clients by a pinned certificate");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
