package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;

class EncryptionTest {
    private static final String SYNC = "cn=sync," + Servers.BASE;

    @TempDir
    private static Path folder;

    private static InMemoryDirectoryServer server;

    @BeforeAll
    static void start() throws Exception {
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=directory", "-ext",
                "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-alias", "server", "-file", folder.resolve("ca.pem").toString());
        SSLUtil tls =
                new SSLUtil(new KeyStoreKeyManager(folder.resolve("keys").toFile(), "password".toCharArray()), null);
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(Servers.BASE);
        config.addAdditionalBindCredentials(SYNC, "secret-word");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", loopback, 0, tls.createSSLSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig("ldaps", loopback, 0, tls.createSSLServerSocketFactory(),
                        null));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + Servers.BASE, "objectClass: domain", "dc: example");
        server.startListening();
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys").toString(), "-storepass", "password"));
        assertEquals(0, new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile()).start().waitFor());
    }

    @AfterAll
    static void stop() {
        server.shutDown(true);
    }

    @Test
    void trustsTheCertificatesOfTheFile() {
        open("ldaps", "ldaps://127.0.0.1", Map.of("ca-file", "ca.pem")).close();
    }

    @Test
    void encryptsBeforeThePasswordIsSent() {
        open("ldap", "ldap://127.0.0.1", Map.of("ca-file", "ca.pem", "start-tls", "true")).close();
    }

    @Test
    void doesNotTrustWhomNobodyVouchesFor() {
        assertNotTrusted("ldaps", "ldaps://127.0.0.1", Map.of());
        assertNotTrusted("ldap", "ldap://127.0.0.1", Map.of("start-tls", "true"));
    }

    @Test
    void doesNotTrustACertificateOfAnotherHost() {
        assertNotTrusted("ldaps", "ldaps://localhost", Map.of("ca-file", "ca.pem"));
    }

    @Test
    void trustsThePinnedCertificateWhateverHostItNames() throws Exception {
        String fingerprint = fingerprint();
        open("ldaps", "ldaps://localhost", Map.of("pinned-certificate", fingerprint)).close();
        String withColons = fingerprint.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
        open("ldap", "ldap://127.0.0.1", Map.of("start-tls", "true", "pinned-certificate", withColons)).close();
    }

    @Test
    void doesNotTrustAnyOtherThanThePinnedCertificate() throws Exception {
        String another = fingerprint().replaceFirst("^.", fingerprint().startsWith("0") ? "1" : "0");
        assertNotTrusted("ldaps", "ldaps://127.0.0.1", Map.of("pinned-certificate", another));
    }

    private static String fingerprint() throws Exception {
        try (InputStream pem = Files.newInputStream(folder.resolve("ca.pem"))) {
            byte[] certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem).getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        }
    }

    private static void assertNotTrusted(String listener, String url, Map<String, String> others) {
        ConnectorException refusal = assertThrows(ConnectorException.class, () -> open(listener, url, others));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, refusal.code());
        assertTrue(refusal.getMessage().contains("its certificate is not trusted or names another host"),
                refusal.getMessage());
    }

    @Test
    void aFileWithoutCertificatesIsASettingToCorrect() throws Exception {
        Files.writeString(folder.resolve("empty.pem"), "");
        for (String file : List.of("empty.pem", "absent.pem", "keys")) {
            ConnectorException refusal = assertThrows(ConnectorException.class,
                    () -> open("ldaps", "ldaps://127.0.0.1", Map.of("ca-file", file)));
            assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
            assertTrue(refusal.getMessage().contains(file), refusal.getMessage());
        }
    }

    private static Connector open(String listener, String url, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.put("server", url + ":" + server.getListenPort(listener));
        values.put("base", Servers.BASE);
        values.put("bind-dn", SYNC);
        return new LdapConnectorFactory().open(
                new ConnectorSettings("directory", folder, values, Map.of("password", "secret-word"), List.of()));
    }
}
