package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;

class ActiveDirectorySettingsTest {
    private final ActiveDirectoryConnectorFactory factory = new ActiveDirectoryConnectorFactory();

    private static ConnectorSettings settings(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(Map.of("server", "ldaps://dc1.contoso.com", "base",
                "dc=contoso,dc=com", "bind-dn", "sync@contoso.com"));
        values.putAll(others);
        return new ConnectorSettings("ad", Path.of("."), values, Map.of("password", "p"), List.of());
    }

    private void assertRefused(String problem, Map<String, String> others) {
        ConnectorException refusal = assertThrows(ConnectorException.class, () -> factory.open(settings(others)));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    @Test
    void passwordsAreNeverSentInTheClear() {
        assertRefused("use ldaps://, or set start-tls to true", Map.of("server", "ldap://dc1.contoso.com"));
    }

    @Test
    void aDeltaIsOneOfThoseItKnows() {
        assertRefused("'syncrepl' is none of none, dirsync, dirsync-visible, usn", Map.of("delta", "syncrepl"));
    }

    @Test
    void declaresDeltaImportsWhereItReadsThem() {
        assertFalse(factory.capabilities(settings(Map.of())).contains(Capability.DELTA_IMPORT));
        for (String delta : List.of("dirsync", "dirsync-visible", "usn")) {
            assertTrue(factory.capabilities(settings(Map.of("delta", delta))).contains(Capability.DELTA_IMPORT));
        }
    }
}
