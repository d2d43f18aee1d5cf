package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.BINARY;
import static org.syncline.schema.identity.AttributeType.BOOLEAN;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The functions that read X.509 certificates. Where .NET, which Entra Connect reads them with, finds nothing, they give nothing. */
final class CertificateFunctions {
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();
    private static final Parameter CERTIFICATE =
            each("certificate", BINARY, "the certificate, binary (DER) or in Base64").or(STRING);
    private static final String NAME = "A distinguished name, its most specific part first; nothing for nothing.";
    private static final String OID = "An object identifier; nothing for nothing.";
    private static final String NONE = "Nothing, as there: .NET knows none.";

    private CertificateFunctions() {}

    static List<Function> functions() {
        Function subject = text("CertSubject", "Whom a certificate is about.", NAME,
                certificate -> CertificateNames.distinguished(certificate.getSubjectX500Principal()),
                "E=ann.lee@contoso.com, CN=Ann Lee, OU=Sales, O=\"Contoso, Ltd.\", C=US");
        Function issuer = text("CertIssuer", "Who issued a certificate.", NAME,
                certificate -> CertificateNames.distinguished(certificate.getIssuerX500Principal()),
                "E=ann.lee@contoso.com, CN=Ann Lee, OU=Sales, O=\"Contoso, Ltd.\", C=US");
        Function thumbprint = text("CertThumbprint", "The SHA-1 hash by which Windows names a certificate.",
                "40 hexadecimal digits; nothing for nothing.", CertificateFunctions::thumbprint,
                "D91221923E8B9273EF4F1A9CCE366986BF2ED863");
        Function keyOid = text("CertPublicKeyOid", "The algorithm of the public key.", OID,
                certificate -> KeyAlgorithm.of(certificate.getPublicKey()).oid(), "1.2.840.10045.2.1");
        return List.of(
                isCertificate(),
                extensionOids(),
                text("CertFormat", "The format of a certificate.", "X509; nothing for nothing.",
                        certificate -> "X509", "X509"),
                text("CertFriendlyName", "The alias that Windows keeps beside a certificate; a certificate holds none.",
                        "An empty text, as there; nothing for nothing.", certificate -> "", ""),
                subject,
                alias("CertSubjectNameDN", subject),
                text("CertSubjectNameOid", "An object identifier of the subject's name.", NONE,
                        certificate -> null, "NULL"),
                issuer,
                alias("CertIssuerDN", issuer),
                text("CertIssuerOid", "An object identifier of the issuer's name.", NONE, certificate -> null, "NULL"),
                nameInfo(),
                date("CertNotBefore", "When a certificate begins to be valid.", Certificates::notBefore,
                        "2026-11-23T09:11:17Z"),
                date("CertNotAfter", "When a certificate ceases to be valid.", Certificates::notAfter,
                        "2036-11-20T09:11:17Z"),
                text("CertSerialNumber", "The number its issuer gave a certificate.",
                        "Hexadecimal digits, two a byte; nothing for nothing.",
                        certificate -> HEXADECIMAL.formatHex(certificate.getSerialNumber().toByteArray()), "00C1D2E3"),
                version(),
                thumbprint,
                alias("Thumbprint", thumbprint),
                alias("CertHashString", thumbprint),
                keyOid,
                alias("CertPublicKeyParametersOid", keyOid),
                alias("CertKeyAlgorithm", keyOid),
                text("CertKeyAlgorithmParams", "The parameters of the public key's algorithm.",
                        "Hexadecimal digits, encoded in DER; nothing for nothing.",
                        certificate -> KeyAlgorithm.of(certificate.getPublicKey()).parameters(),
                        "06082A8648CE3D030107"),
                text("CertSignatureAlgorithmOid", "The algorithm a certificate is signed with.", OID,
                        X509Certificate::getSigAlgOID, "1.2.840.10045.4.3.2"));
    }

    /** Reads something of a certificate; null for nothing. */
    @FunctionalInterface
    private interface Reader<T> {
        T of(X509Certificate certificate);
    }

    private static Function text(String name, String purpose, String result, Reader<String> reader, String example) {
        return declare(name, purpose)
                .takes(CERTIFICATE)
                .gives(result)
                .example(name + "(%certificate%)", example)
                .as(arguments -> {
                    Term certificate = arguments.get(0);
                    return TextBody.term(evaluation -> read(certificate, reader, evaluation));
                });
    }

    private static Function date(String name, String purpose, Reader<Instant> reader, String example) {
        return declare(name, purpose)
                .takes(CERTIFICATE)
                .gives("A date with its time of day, in UTC; nothing for nothing.")
                .example(name + "(%certificate%)", example)
                .as(arguments -> {
                    Term certificate = arguments.get(0);
                    return DateBody.term(evaluation -> read(certificate, reader, evaluation));
                });
    }

    private static <T> T read(Term certificate, Reader<T> reader, Evaluation evaluation) {
        Value value = Reading.value(certificate.content(evaluation));
        return value == null ? null : reader.of(Certificates.read(value));
    }

    private static Function version() {
        return declare("CertVersion", "The version of the X.509 standard a certificate follows.")
                .takes(CERTIFICATE)
                .gives("A whole number; nothing for nothing.")
                .example("CertVersion(%certificate%)", "3")
                .as(arguments -> {
                    Term certificate = arguments.get(0);
                    return NumberBody.term(evaluation -> {
                        Integer version = read(certificate, X509Certificate::getVersion, evaluation);
                        return version == null ? Term.ABSENT : version;
                    });
                });
    }

    private static Function isCertificate() {
        return new Declaration(Group.CERTIFICATES, "IsCert", "Whether a value is an X.509 certificate.")
                .takes(CERTIFICATE)
                .gives("True or False; False for nothing.")
                .example("IsCert(%certificate%)", "True")
                .example("IsCert(\"QUJD\")", "False")
                .as(arguments -> {
                    Term certificate = arguments.get(0);
                    return TruthBody.term(evaluation -> {
                        Value value = Reading.value(certificate.content(evaluation));
                        return value != null && Certificates.isCertificate(value);
                    });
                });
    }

    private static Function extensionOids() {
        return declare("CertExtensionOids", "The critical extensions of a certificate.")
                .takes(CERTIFICATE)
                .gives("Object identifiers; nothing for nothing, and where there are none.")
                .example("CertExtensionOids(%certificate%)", "2.5.29.15")
                .as(arguments -> {
                    Term certificate = arguments.get(0);
                    return ContentBody.list(Shape.TEXT, evaluation -> {
                        Set<String> oids = read(certificate, X509Certificate::getCriticalExtensionOIDs, evaluation);
                        return oids == null
                                ? List.of()
                                : new TreeSet<>(oids).stream().<Value>map(TextValue::new).toList();
                    });
                });
    }

    private static Function nameInfo() {
        return declare("CertNameInfo", "One name of a certificate's subject or issuer.")
                .takes(
                        CERTIFICATE,
                        choice("nameType", "which name", CertificateNames.TYPES).needed(),
                        one("issuer", BOOLEAN, "True for a name of the issuer, False for one of the subject"))
                .gives("A text, empty if there is no such name; nothing for nothing.")
                .example("CertNameInfo(%certificate%, SimpleName, False)", "Ann Lee")
                .example("CertNameInfo(%certificate%, UpnName, False)", "alee@contoso.com")
                .example("CertNameInfo(%certificate%, DnsName, True)", "Ann Lee")
                .as(arguments -> {
                    Term certificate = arguments.get(0);
                    String type = arguments.constantText(1);
                    Term issuer = arguments.get(2);
                    return TextBody.term(evaluation -> read(
                            certificate,
                            known -> CertificateNames.of(known, type, issuer.truth(evaluation)),
                            evaluation));
                });
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return HEXADECIMAL.formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Function alias(String name, Function function) {
        return Declaration.alias(name, Origin.ENTRA_CONNECT, function);
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.CERTIFICATES, name, purpose).fails("when the value is no certificate");
    }
}
