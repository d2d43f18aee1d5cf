package org.syncline.dsl.expression;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.Value;

/** Reads X.509 certificates, binary (DER) or as text in Base64, with or without the lines that frame it in files. */
final class Certificates {
    private static final int DER_SEQUENCE = 0x30;

    private Certificates() {}

    /** @throws EvaluationException if the value is no certificate */
    static X509Certificate read(Value value) {
        try {
            return parse(value);
        } catch (CertificateException | IllegalArgumentException none) {
            throw new EvaluationException(
                    "This is no X.509 certificate, neither binary (DER) nor in Base64; IsCert tells"
                            + " beforehand");
        }
    }

    static boolean isCertificate(Value value) {
        try {
            return parse(value) != null;
        } catch (CertificateException | IllegalArgumentException none) {
            return false;
        }
    }

    static Instant notBefore(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    static Instant notAfter(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static X509Certificate parse(Value value) throws CertificateException {
        byte[] der = value instanceof BinaryValue binary ? der(binary.bytes()) : decoded(Reading.text(value));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    }

    private static byte[] der(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == DER_SEQUENCE
                ? bytes
                : decoded(new String(bytes, StandardCharsets.US_ASCII));
    }

    private static byte[] decoded(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
