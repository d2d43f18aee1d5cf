package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.BinaryValue;

/** What the examples of the functions do not show: another kind of key, other forms of the bytes, and what is no certificate. */
class CertificateFunctionsTest {
    private static final String RSA = """
            -----BEGIN CERTIFICATE-----
            MIIDWTCCAkGgAwIBAgIUY7Cc+0tbrig3ymKCLx2N+Nk+PXswDQYJKoZIhvcNAQEL
            BQAwPDETMBEGCgmSJomT8ixkARkWA2NvbTEXMBUGCgmSJomT8ixkARkWB2NvbnRv
            c28xDDAKBgNVBAMMA3JzYTAeFw0yNjExMjMwOTExMTdaFw0zNjExMjAwOTExMTda
            MDwxEzARBgoJkiaJk/IsZAEZFgNjb20xFzAVBgoJkiaJk/IsZAEZFgdjb250b3Nv
            MQwwCgYDVQQDDANyc2EwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQDD
            W9j2FnjRQZwwp8iJRAuO6pElBQ/771BH+vdXwyk5rA4fEhz12ETmcP46krCUzK9r
            xwzsr5hDg0QNgKnjNI+7mtLfHhxhsmr0o7Z4LYLS11OSmJZsem9jFnpCvSaUtWwk
            pSCZGpXsy4wJm+lX6kvskiPeNH4YFBJifUYGzOJgliv7vLTVww9N3/cQy3uvmVIa
            m5xqTOtSdT/oThq/fyja6jk8VXtXG8poHFvcidpG50bfLuhZmkgvv+WqPB3GsBaq
            8l18PFOOLCe4KAv+HPqIbbxOYJY/rlARYZ5TcQ/wbbHIVJ8faY5sJWaN9XiwaTk4
            GVoYb1MWY8Lje6wlQwObAgMBAAGjUzBRMB0GA1UdDgQWBBQKeUnCmCfUYrpjkvA6
            tAjR5SC3RzAfBgNVHSMEGDAWgBQKeUnCmCfUYrpjkvA6tAjR5SC3RzAPBgNVHRMB
            Af8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQAVp2mKjv89VVtGbP7968p1l6hK
            cAFA8b4XiwaYQieR38pbrCYqrFmYLX06rBQ32dPICmicTcOQ95398O0zIgWa07bd
            sK+HPl7KCZ3EJFx0+cLbJrRUANmy1RO4y4fjUE8pETOnXn4UF5NhqtEN6nTI4uDp
            0jOyK9+VC6DN1+hIVYTmtgKMLqxcRa6xeoM5wy0sfCMweEQ9LF0SSgflu/pXR2M0
            hh4HYrLNWj0YgMDqt34uzNK5+nOA7WdvDsRfcS+ogBqsBBZUyOgbz6XbCvwxnG2M
            FE3klx3jBFScngwd8Rc4zFFDj2TzK1TmD4Hw/nnZ6Zn6yNiEYiOA6oFml31F
            -----END CERTIFICATE-----
            """;
    private final Evaluating evaluating = Evaluating.expressions()
            .with("pem", RSA)
            .with("bytesOfPem", new BinaryValue(RSA.getBytes(StandardCharsets.US_ASCII)))
            .with("der",
                    Evaluating.expressions().with("pem", RSA.replaceAll("-----.*-----|\\n", "")).content("CBin([pem])"))
            .with("text", "QUJD")
            .with("none", new BinaryValue(new byte[0]));

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            CertSubject([pem]) => CN=rsa, DC=contoso, DC=com
            CertIssuer([bytesOfPem]) => CN=rsa, DC=contoso, DC=com
            CertThumbprint([der]) => 5CF34F540724BDD72D5DADE2DE1B178A839E3C0A
            CertSerialNumber([der]) => 63B09CFB4B5BAE2837CA62822F1D8DF8D93E3D7B
            CertPublicKeyOid([der]) => 1.2.840.113549.1.1.1
            CertKeyAlgorithmParams([der]) => 0500
            CertSignatureAlgorithmOid([der]) => 1.2.840.113549.1.1.11
            CertNameInfo([der], EmailName, False) => ``
            CertNameInfo([der], DnsName, False) => rsa
            CertExtensionOids([der]) => 2.5.29.19
            IsCert([none]) => False
            IsCert(NULL) => False
            CertSubject(NULL) => NULL
            CertVersion(NULL) => NULL
            CertNotAfter(NULL) => NULL
            CertExtensionOids(NULL) => NULL
            CertSubject([text]) => error: This is no X.509 certificate, neither binary (DER) nor in Base64; IsCert tells beforehand
            CertVersion([none]) => error: This is no X.509 certificate, neither binary (DER) nor in Base64; IsCert tells beforehand
            """)
    void readCertificatesInAnyForm(String expression, String result) {
        assertEquals(result, evaluating.result(expression));
    }
}
