package org.syncline.connectors.testkit.openldap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates of a server and of a client, each issued by itself and known to the other side. */
final class OpenLdapCertificates {
    static final String PASSWORD = "password";
    static final String CLIENT = "cn=sync";

    private final Path folder;

    OpenLdapCertificates(Path folder) {
        this.folder = folder;
    }

    void make() throws IOException {
        Files.createDirectory(folder);
        keytool("server", "CN=localhost", "-ext", "san=ip:127.0.0.1,dns:localhost");
        keytool("client", CLIENT);
        for (String name : List.of("server", "client")) {
            writePem(name);
        }
    }

    Path serverCertificate() {
        return folder.resolve("server.pem");
    }

    Path clientKeyStore() {
        return folder.resolve("client.p12");
    }

    /** How the server presents itself, whom it trusts, and whom it takes the client for. */
    String directives(String account) {
        return """
                TLSCertificateFile %s
                TLSCertificateKeyFile %s
                TLSCACertificateFile %s
                TLSVerifyClient try
                authz-regexp "^%s$" "%s"
                """.formatted(serverCertificate(), folder.resolve("server.key"), folder.resolve("client.pem"), CLIENT,
                account);
    }

    private void keytool(String name, String subject, String... others) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name,
                "-keyalg", "RSA", "-keysize", "2048", "-dname", subject, "-storetype", "PKCS12", "-storepass", PASSWORD,
                "-keystore",
                folder.resolve(name + ".p12").toString()));
        command.addAll(List.of(others));
        OpenLdapServer.run(folder, command.toArray(String[]::new));
    }

    private void writePem(String name) throws IOException {
        try (InputStream file = Files.newInputStream(folder.resolve(name + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            write(name + ".pem", "CERTIFICATE", store.getCertificate(name).getEncoded());
            write(name + ".key", "PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private void write(String file, String title, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(content);
        Files.writeString(folder.resolve(file),
                "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n");
    }
}
