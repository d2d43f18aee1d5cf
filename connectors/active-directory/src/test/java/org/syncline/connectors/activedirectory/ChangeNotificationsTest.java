package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.testkit.HeardChanges;

/** Being told of changes by a domain controller. */
@Tag("samba")
class ChangeNotificationsTest {
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final ActiveDirectoryConnectorFactory factory = new ActiveDirectoryConnectorFactory();
    private final HeardChanges heard = new HeardChanges();
    private Domain domain;

    @BeforeEach
    void open() {
        domain = Domain.open();
    }

    @AfterEach
    void close() {
        domain.close();
    }

    private ConnectorSettings settings(String delta) {
        return domain.settings(Map.of("delta", delta), Accounts.USER);
    }

    private ChangeWatch watch(Map<String, String> others) {
        return factory.watch(domain.settings(others, Accounts.USER), heard);
    }

    @Test
    void aMovedUnitIsToldThoughNoUnitsAreRead() {
        domain.addUnit(domain.dn("OU=crew"));
        domain.addUnit(domain.dn("OU=staff"));
        try (ChangeWatch watch = watch(Map.of("delta", "dirsync"))) {
            heard.awaitListening();
            domain.rename(domain.dn("OU=crew"), "OU=crew", domain.dn("OU=staff"));
            heard.awaitChange();
        }
    }

    @Test
    void whatIsOfAnotherClassIsNotTold() {
        try (ChangeWatch watch = watch(Map.of("delta", "usn"))) {
            heard.awaitListening();
            domain.add(domain.dn("CN=Sales"), new Attribute("objectClass", "group"),
                    new Attribute("sAMAccountName", "sales" + domain.number()));
            domain.modify(domain.dn("CN=Sales"), new Modification(ModificationType.REPLACE, "description", "x"));
            heard.demandSilence(Duration.ofSeconds(8));
        }
    }

    @Test
    void aConnectionThatIsSilentForLongerThanAnAnswerMayTakeStillHears() {
        try (ChangeWatch watch = watch(Map.of("delta", "dirsync", "response-timeout", "PT5S"))) {
            heard.awaitListening();
            heard.demandSilence(Duration.ofSeconds(7));
            domain.addUnit(domain.dn("OU=crew"));
            heard.awaitChange();
        }
    }

    @Test
    void aWrongPasswordIsToldInPlainWords() {
        ConnectorSettings given = settings("dirsync");
        try (ChangeWatch watch = factory.watch(new ConnectorSettings("ad", given.folder(), given.values(),
                Map.of("password", "guess"), given.objectTypes(), given.partitions()), heard)) {
            String reason = heard.awaitInterruption();
            assertTrue(reason.contains("its password is another one"), reason);
            heard.demandSilence(SILENCE);
        }
    }

    @Test
    void withoutDeltasItIsNeitherDeclaredNorDone() {
        assertFalse(factory.capabilities(settings("none")).contains(Capability.CHANGE_NOTIFICATION));
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> factory.watch(settings("none"), heard));
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, refusal.code());
    }

    @Test
    void refusalsAreToldInPlainWords() {
        assertEquals("it gives no more notifications over one connection (MaxNotificationPerConnection)",
                words(ResultCode.ADMIN_LIMIT_EXCEEDED, null));
        assertEquals("the account may not be notified of the changes of the whole domain; 00002098: SecErr",
                words(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098: SecErr"));
        assertEquals("bye", words(ResultCode.UNAVAILABLE, "bye"));
    }

    private static String words(ResultCode code, String said) {
        return ChangeNotifications.explained(new SearchResult(1, code, said, null, null, 0, 0, null)).getMessage();
    }
}
