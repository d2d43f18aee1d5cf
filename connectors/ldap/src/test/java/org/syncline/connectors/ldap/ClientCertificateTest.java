package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

@Tag("slapd")
class ClientCertificateTest {
    private OpenLdapServer server;

    @BeforeEach
    void start() {
        server = OpenLdapServer.start(OpenLdapFeature.CERTIFICATES);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Connector open(Map<String, String> others, String password) {
        Map<String, String> values = new HashMap<>(Map.of("server", server.url(), "base", server.baseDn(),
                "start-tls", "true", "ca-file", server.certificate().toString(), "authentication", "external",
                "client-certificate", server.clientKeyStore().toString()));
        values.putAll(others);
        return new LdapConnectorFactory().open(new ConnectorSettings("directory", Path.of("."), values,
                Map.of("client-certificate-password", password), List.of(People.PERSON)));
    }

    @Test
    void theServerKnowsTheAccountByTheCertificate() {
        try (Connector connector = open(Map.of(), server.clientKeyStorePassword())) {
            ExportResult result = People.export(connector, People.add(People.person("Ann"))).getFirst();
            assertInstanceOf(ExportResult.Accepted.class, result);
            assertEquals(1, People.objects(connector).size());
        }
    }

    @Test
    void aFileThatCannotBeReadIsASettingToCorrect() {
        for (Map<String, String> file : List.of(Map.of("client-certificate", "absent.p12"),
                Map.of("client-certificate", server.certificate().toString()))) {
            assertRefused(file, server.clientKeyStorePassword());
        }
        assertRefused(Map.of(), "guess");
    }

    private void assertRefused(Map<String, String> settings, String password) {
        ConnectorException refusal = assertThrows(ConnectorException.class, () -> open(settings, password));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains("client-certificate"), refusal.getMessage());
        assertTrue(!refusal.getMessage().contains("guess"), refusal.getMessage());
    }
}
