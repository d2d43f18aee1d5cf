package org.syncline.dsl.expression;

/** The certificate that the examples of the functions read as {@code %certificate%}; its key was thrown away. */
final class SampleCertificate {
    static final String PARAMETER = "certificate";
    static final String BASE64 = """
            MIICaDCCAg2gAwIBAgIEAMHS4zAKBggqhkjOPQQDAjBrMQswCQYDVQQGEwJVUzEWMBQGA1UECgwNQ29udG9zbywgTHRkLjEOMAwG
            A1UECwwFU2FsZXMxEDAOBgNVBAMMB0FubiBMZWUxIjAgBgkqhkiG9w0BCQEWE2Fubi5sZWVAY29udG9zby5jb20wHhcNMjYxMTIz
            MDkxMTE3WhcNMzYxMTIwMDkxMTE3WjBrMQswCQYDVQQGEwJVUzEWMBQGA1UECgwNQ29udG9zbywgTHRkLjEOMAwGA1UECwwFU2Fs
            ZXMxEDAOBgNVBAMMB0FubiBMZWUxIjAgBgkqhkiG9w0BCQEWE2Fubi5sZWVAY29udG9zby5jb20wWTATBgcqhkjOPQIBBggqhkjO
            PQMBBwNCAARvAh9mwPAJl0KQiHdcMz+S+wu1Z8cLUOQRq4Ays7SuV00y6z24fOY9hYmbYJfDu+bkHrf3tdtq4TpkId5oxwrAo4Ge
            MIGbMGoGA1UdEQRjMGGBE2Fubi5sZWVAY29udG9zby5jb22CD2Fubi5jb250b3NvLmNvbYYXaHR0cHM6Ly9jb250b3NvLmNvbS9h
            bm6gIAYKKwYBBAGCNxQCA6ASDBBhbGVlQGNvbnRvc28uY29tMA4GA1UdDwEB/wQEAwIHgDAdBgNVHQ4EFgQUg1NJ7q+6MwcUjdyp
            aklU8HCJK8MwCgYIKoZIzj0EAwIDSQAwRgIhAI9A+uHXJRGmzpZixVazGdUnZb9Rqeh4hsuV7rPgubMPAiEA/bcL5y0bVDtAozbI
            dCEpNIbGHwfRHW8nvWMCQGfNDmY=
            """;

    private SampleCertificate() {}
}
