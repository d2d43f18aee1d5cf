package org.syncline.dsl.expression;

import static java.util.Map.entry;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The names that certificates hold, chosen and written as .NET does, whose certificate class Entra Connect reads them with. */
final class CertificateNames {
    /** The words of .NET's {@code X509NameType}. */
    static final String[] TYPES =
            {"SimpleName", "EmailName", "UpnName", "DnsName", "DnsFromAlternativeName", "UrlName"};

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("1.2.840.113549.1.9.1", "E"),
            entry("0.9.2342.19200300.100.1.25", "DC"),
            entry("2.5.4.4", "SN"),
            entry("2.5.4.5", "SERIALNUMBER"),
            entry("2.5.4.8", "S"),
            entry("2.5.4.12", "T"),
            entry("2.5.4.42", "G"),
            entry("2.5.4.43", "I"));
    private static final String USER_PRINCIPAL_NAME = "1.3.6.1.4.1.311.20.2.3";
    private static final int OTHER_NAME = 0;
    private static final int EMAIL = 1;
    private static final int DNS = 2;
    private static final int URL = 6;
    private static final int OTHER_NAME_TYPE = 2;
    private static final int OTHER_NAME_VALUE = 3;

    private CertificateNames() {}

    /** A distinguished name, the most specific part first. */
    static String distinguished(X500Principal name) {
        return name.getName(X500Principal.RFC1779, WORDS);
    }

    /**
     * One name of the subject or the issuer.
     *
     * @param type one of {@link #TYPES}
     * @return an empty text if there is none
     */
    static String of(X509Certificate certificate, String type, boolean issuer) {
        X500Principal name = issuer ? certificate.getIssuerX500Principal() : certificate.getSubjectX500Principal();
        Collection<List<?>> alternatives = alternatives(certificate, issuer);
        Stream<String> candidates = switch (type) {
            case "EmailName" -> Stream.concat(alternatives(alternatives, EMAIL), parts(name, "E"));
            case "UpnName" -> principals(alternatives);
            case "DnsName" -> Stream.concat(alternatives(alternatives, DNS), parts(name, "CN"));
            case "DnsFromAlternativeName" -> alternatives(alternatives, DNS);
            case "UrlName" -> alternatives(alternatives, URL);
            default -> Stream.concat(
                    Stream.of("CN", "OU", "O", "E").flatMap(word -> parts(name, word)),
                    alternatives(alternatives, EMAIL));
        };
        return candidates.findFirst().orElse("");
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate, boolean issuer) {
        try {
            Collection<List<?>> names = issuer
                    ? certificate.getIssuerAlternativeNames()
                    : certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException unreadable) {
            throw new EvaluationException("The alternative names of the certificate cannot be read: "
                    + unreadable.getMessage());
        }
    }

    private static Stream<String> alternatives(Collection<List<?>> names, int kind) {
        return names.stream().filter(name -> name.getFirst().equals(kind)).map(name -> (String) name.get(1));
    }

    private static Stream<String> principals(Collection<List<?>> names) {
        return names.stream()
                .filter(name -> name.getFirst().equals(OTHER_NAME) && name.size() > OTHER_NAME_VALUE)
                .filter(name -> USER_PRINCIPAL_NAME.equals(name.get(OTHER_NAME_TYPE)))
                .map(name -> (String) name.get(OTHER_NAME_VALUE))
                .filter(Objects::nonNull);
    }

    private static Stream<String> parts(X500Principal name, String word) {
        try {
            List<Rdn> parts = new LdapName(name.getName(X500Principal.RFC2253, WORDS)).getRdns();
            return parts.reversed().stream()
                    .filter(part -> part.getType().equalsIgnoreCase(word))
                    .map(part -> part.getValue().toString());
        } catch (InvalidNameException unreadable) {
            throw new EvaluationException("A name of the certificate cannot be read: " + unreadable.getMessage());
        }
    }
}
