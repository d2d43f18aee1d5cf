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
import java.util.ArrayList;
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
        generate("ca");
        generate("issuer", "-ext", "bc=ca:true");
        server = serve("ca");
    }

    /** A key with a certificate for this machine that vouches for itself, which stands in a file of that name. */
    private static void generate(String name, String... others) throws Exception {
        keytool(List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-ext",
                "san=ip:127.0.0.1"), others);
        keytool(List.of("-exportcert", "-rfc", "-alias", name, "-file", folder.resolve(name + ".pem").toString()));
    }

    /** The name of a key with a certificate for which the issuer vouches. */
    private static String issued(String name, String... validity) throws Exception {
        String request = folder.resolve(name + ".csr").toString();
        String certificate = folder.resolve(name + ".crt").toString();
        generate(name);
        keytool(List.of("-certreq", "-alias", name, "-file", request));
        keytool(List.of("-gencert", "-alias", "issuer", "-ext", "san=ip:127.0.0.1", "-infile", request, "-outfile",
                certificate), validity);
        keytool(List.of("-importcert", "-noprompt", "-alias", name, "-file", certificate));
        return name;
    }

    /** A server of its own with this certificate. */
    private static InMemoryDirectoryServer serve(String certificate) throws Exception {
        SSLUtil tls = new SSLUtil(new KeyStoreKeyManager(folder.resolve("keys").toFile(), "password".toCharArray(),
                "PKCS12", certificate), null);
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(Servers.BASE);
        config.addAdditionalBindCredentials(SYNC, "secret-word");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", loopback, 0, tls.createSSLSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig("ldaps", loopback, 0, tls.createSSLServerSocketFactory(),
                        null));
        InMemoryDirectoryServer encrypting = new InMemoryDirectoryServer(config);
        encrypting.add("dn: " + Servers.BASE, "objectClass: domain", "dc: example");
        encrypting.startListening();
        return encrypting;
    }

    private static void keytool(List<String> arguments, String... others) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of(others));
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
        String advice = "name the issuer's certificate in 'ca-file'";
        assertRefused(advice, "ldaps", "ldaps://127.0.0.1", Map.of());
        assertRefused(advice, "ldap", "ldap://127.0.0.1", Map.of("start-tls", "true"));
    }

    @Test
    void doesNotTrustACertificateOfAnotherHost() {
        String advice = "its certificate names another host: write in 'server' a name that stands in it";
        assertRefused(advice, "ldaps", "ldaps://localhost", Map.of("ca-file", "ca.pem"));
        assertRefused(advice, "ldap", "ldap://localhost", Map.of("ca-file", "ca.pem", "start-tls", "true"));
    }

    @Test
    void saysThatACertificateHasExpired() throws Exception {
        InMemoryDirectoryServer expired = serve(issued("expired", "-startdate", "-3d", "-validity", "1"));
        try {
            assertRefused("has expired: renew it", "ldaps", "ldaps://127.0.0.1:" + expired.getListenPort("ldaps"),
                    Map.of("ca-file", "issuer.pem"));
            assertRefused("has expired: renew it", "ldap", "ldap://127.0.0.1:" + expired.getListenPort("ldap"),
                    Map.of("ca-file", "issuer.pem", "start-tls", "true"));
        } finally {
            expired.shutDown(true);
        }
    }

    @Test
    void saysThatACertificateIsNotValidYet() throws Exception {
        InMemoryDirectoryServer early = serve(issued("early", "-startdate", "+3d"));
        try {
            assertRefused("check the clocks", "ldaps", "ldaps://127.0.0.1:" + early.getListenPort("ldaps"),
                    Map.of("ca-file", "issuer.pem"));
        } finally {
            early.shutDown(true);
        }
    }

    @Test
    void saysThatAPortSpeaksNoTls() {
        assertRefused("check that the port is the one for ldaps://", "ldap", "ldaps://127.0.0.1",
                Map.of("ca-file", "ca.pem"));
    }

    @Test
    void saysThatAServerDoesNotEncryptOnRequest() {
        try (LoggingServer plain = new LoggingServer(0)) {
            assertRefused("it does not encrypt on request (start-tls)", "ldap",
                    plain.settings(Map.of()).values().get("server"), Map.of("start-tls", "true"));
        }
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
        assertRefused("another one than 'pinned-certificate'", "ldaps", "ldaps://127.0.0.1",
                Map.of("pinned-certificate", another));
    }

    private static String fingerprint() throws Exception {
        try (InputStream pem = Files.newInputStream(folder.resolve("ca.pem"))) {
            byte[] certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem).getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        }
    }

    private static void assertRefused(String advice, String listener, String url, Map<String, String> others) {
        ConnectorException refusal = assertThrows(ConnectorException.class, () -> open(listener, url, others));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, refusal.code());
        assertTrue(refusal.getMessage().startsWith("Cannot connect to " + url), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(advice), refusal.getMessage());
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
        values.put("server", url.matches(".*:\\d+") ? url : url + ":" + server.getListenPort(listener));
        values.put("base", Servers.BASE);
        values.put("bind-dn", SYNC);
        return new LdapConnectorFactory().open(
                new ConnectorSettings("directory", folder, values, Map.of("password", "secret-word"), List.of()));
    }
}
