package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.ldap.directory.Credentials;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.ldap.directory.Trust;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;

class LdapSettingsTest {
    private static final Map<String, String> VALID =
            Map.of("server", "ldap://host", "base", "dc=test", "bind-dn", "cn=sync");

    @ParameterizedTest
    @CsvSource({
            "ldap://host, false, NONE, ldap://host:389", "ldap://host:1389, true, START_TLS, ldap://host:1389",
            "ldaps://host, false, TLS, ldaps://host:636", "ldaps://[::1]:1636, false, TLS, ldaps://::1:1636"
    })
    void understandsServers(String server, String startTls, ServerAddress.Encryption encryption, String title) {
        LdapSettings settings = LdapSettings.of(settings(Map.of("server", server, "start-tls", startTls)));
        ServerAddress address = ((LdapSettings.Location.Server) settings.location()).addresses().getFirst();
        assertEquals(encryption, address.encryption());
        assertEquals(title, address.title());
    }

    @Test
    void anEmbeddedFileLiesInTheConfigurationFolder() {
        LdapSettings settings = LdapSettings.of(settings(Map.of("server", "embedded:data/d.ldif")));
        assertEquals(new LdapSettings.Location.Embedded(Path.of("/configuration/data/d.ldif"), null),
                settings.location());
    }

    @ParameterizedTest
    @CsvSource({
            "server, host:389", "server, http://host", "server, ldap://host/dc=test", "server, ''", "base, not a name",
            "base, ''", "connections, 0", "connections, 65", "connections, four", "start-tls, yes",
            "connect-timeout, 10s",
            "connect-timeout, PT0S", "delta, dirsync", "authentication, kerberos", "authentication, external",
            "pinned-certificate, abc", "client-certificate, sync.p12", "response-timeout, P30D", "bind-dn, ''",
            "referential-integrity, 1"
    })
    void refusesWhatMakesNoSenseAndNamesTheSetting(String setting, String value) {
        assertRefused(setting, Map.of(setting, value));
    }

    private static void assertRefused(String setting, Map<String, String> values) {
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> LdapSettings.of(settings(values)));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains("'" + setting + "'"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("secret-word"), refusal.getMessage());
    }

    @Test
    void aPinnedCertificateNeedsEncryptionAndStandsAlone() {
        String fingerprint = "ab".repeat(32);
        Map<String, String> tls = Map.of("server", "ldaps://host", "pinned-certificate", fingerprint);
        ServerAddress address =
                ((LdapSettings.Location.Server) LdapSettings.of(settings(tls)).location()).addresses().getFirst();
        assertEquals(new Trust.Pinned(fingerprint), address.trust());
        assertRefused("pinned-certificate", Map.of("pinned-certificate", fingerprint));
        assertRefused("pinned-certificate",
                Map.of("server", "ldaps://host", "pinned-certificate", fingerprint, "ca-file", "ca.pem"));
    }

    @Test
    void aPrincipalWithPasswordAuthenticatesByKerberos() {
        LdapSettings settings =
                LdapSettings.of(settings(Map.of("authentication", "gssapi", "bind-dn", "sync@CONTOSO.COM")));
        ServerAddress address = ((LdapSettings.Location.Server) settings.location()).addresses().getFirst();
        assertEquals(new Credentials.Kerberos("sync@CONTOSO.COM", "secret-word"), address.credentials());
        assertFalse(address.credentials().toString().contains("secret-word"));
    }

    @Test
    void aDeltaIsACapabilityIfOneIsChosen() {
        LdapConnectorFactory factory = new LdapConnectorFactory();
        assertFalse(factory.capabilities(settings(Map.of())).contains(Capability.DELTA_IMPORT));
        assertTrue(factory.capabilities(settings(Map.of("delta", "timestamp"))).contains(Capability.DELTA_IMPORT));
        assertRefused("delta", Map.of("server", "embedded:d.ldif", "delta", "timestamp"));
    }

    @Test
    void referentialIntegrityIsACapabilityIfItIsSaidToBeOne() {
        LdapConnectorFactory factory = new LdapConnectorFactory();
        assertFalse(factory.capabilities(settings(Map.of())).contains(Capability.REFERENTIAL_INTEGRITY));
        assertTrue(factory.capabilities(settings(Map.of("referential-integrity", "true")))
                .contains(Capability.REFERENTIAL_INTEGRITY));
    }

    private static ConnectorSettings settings(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(VALID);
        values.putAll(others);
        return new ConnectorSettings("directory", Path.of("/configuration"), values, Map.of("password", "secret-word"),
                List.of());
    }

    @Test
    void namesSeveralServersWithThePreferredOneFirst() {
        LdapSettings settings =
                LdapSettings.of(settings(Map.of("server", "ldap://one, ldap://two:1389\n ldap://three")));
        assertEquals(List.of("ldap://one:389", "ldap://two:1389", "ldap://three:389"),
                ((LdapSettings.Location.Server) settings.location()).addresses().stream()
                        .map(ServerAddress::title)
                        .toList());
    }

    @Test
    void severalServersAreReachedInTheSameWay() {
        assertRefused("server", Map.of("server", "ldap://one ldaps://two"));
        assertRefused("server", Map.of("server", "ldap://one ldap://one:389"));
        assertRefused("server", Map.of("server", "ldap://one two"));
    }
}
