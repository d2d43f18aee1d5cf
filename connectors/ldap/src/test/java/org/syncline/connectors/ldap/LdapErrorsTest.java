package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;

class LdapErrorsTest {
    private static final ExportOperation ADD = People.add(People.person("Ann"));

    @ParameterizedTest
    @CsvSource({
            "2, NOT_SUPPORTED", "3, BUSY", "10, NOT_SUPPORTED", "11, BUSY", "12, NOT_SUPPORTED",
            "13, PERMISSION_DENIED",
            "16, SCHEMA_VIOLATION", "17, SCHEMA_VIOLATION", "18, SCHEMA_VIOLATION", "19, CONSTRAINT_VIOLATION",
            "20, CONSTRAINT_VIOLATION", "21, SCHEMA_VIOLATION", "32, NO_SUCH_OBJECT", "34, CONSTRAINT_VIOLATION",
            "49, PERMISSION_DENIED", "50, PERMISSION_DENIED", "51, BUSY", "52, BUSY", "53, CONSTRAINT_VIOLATION",
            "64, CONSTRAINT_VIOLATION", "65, SCHEMA_VIOLATION", "66, CONSTRAINT_VIOLATION", "67, CONSTRAINT_VIOLATION",
            "68, ALREADY_EXISTS", "69, SCHEMA_VIOLATION", "80, CONSTRAINT_VIOLATION", "81, CONNECTION_LOST",
            "85, CONNECTION_LOST", "91, CONNECTION_LOST", "122, NO_SUCH_OBJECT", "9999, CONSTRAINT_VIOLATION"
    })
    void everyResultCodeHasItsKind(int code, ExportResult.Code kind) {
        assertEquals(kind, LdapErrors.code(ResultCode.valueOf(code)));
    }

    @Test
    void aMissingParentIsNamed() {
        LDAPException failure = new LDAPException(ResultCode.NO_SUCH_OBJECT, "no parent", "dc=example,dc=test", null);
        String message = rejected(failure).message();
        assertEquals(
                "'cn=Ann,ou=people,dc=example,dc=test' cannot be added: 'ou=people,dc=example,dc=test' does not exist; "
                        + "of it there is only 'dc=example,dc=test' (32 no such object: no parent)",
                message);
    }

    @Test
    void theGuiltyAttributeIsTheOneTheDirectoryNames() {
        assertEquals("mail", rejected(failure(21, "mail: value #0 invalid per syntax")).attribute());
        assertEquals("sn", rejected(failure(65, "object class 'inetOrgPerson' requires attribute 'sn'")).attribute());
    }

    @Test
    void anAttributeInADistinguishedNameIsNotGuilty() {
        assertNull(rejected(failure(19, "cannot do that to cn=Ann,ou=people")).attribute());
        assertNull(rejected(failure(19, "either mail or uid")).attribute());
    }

    @Test
    void aRefusalIsSaidInPlainWordsAndInThoseOfTheDirectory() {
        String message = rejected(failure(50, "no write access to parent")).message();
        assertTrue(message.startsWith("The connector's account may not do this to 'cn=Ann,"), message);
        assertTrue(message.endsWith("(50 insufficient access rights: no write access to parent)"), message);
    }

    @Test
    void whatWasSentIsNeverRepeated() {
        String request = "closed while waiting for a response to an add request AddRequest(userPassword=guess)";
        for (Throwable cause : new Throwable[]{null, new LDAPException(ResultCode.SERVER_DOWN, request),
                new IOException("Connection reset")}) {
            String message = rejected(new LDAPException(ResultCode.SERVER_DOWN, request, cause)).message();
            assertTrue(message.contains("whether 'cn=Ann,ou=people,dc=example,dc=test' was changed is not known"),
                    message);
            assertTrue(!message.contains("guess"), message);
            assertEquals(cause instanceof IOException, message.contains("Connection reset"));
        }
    }

    private static LDAPException failure(int code, String said) {
        return new LDAPException(ResultCode.valueOf(code), said);
    }

    private static ExportResult.Rejected rejected(LDAPException failure) {
        return LdapErrors.rejected(ADD, new LdapObjectType(People.PERSON), failure);
    }
}
