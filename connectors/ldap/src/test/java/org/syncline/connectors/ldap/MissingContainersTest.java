package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

@Tag("slapd")
class MissingContainersTest {
    private static final String HERE = "ou=people," + Servers.BASE;

    private OpenLdapServer server;
    private Connector connector;

    @BeforeEach
    void start() {
        server = OpenLdapServer.start();
        connector = connect("true", HERE);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            connector.close();
            server.close();
        }
    }

    private Connector connect(String creates, String base) {
        return new LdapConnectorFactory().open(Servers.settings(server,
                Map.of("create-missing-containers", creates, "connections", "8", "base", base), People.PERSON));
    }

    private static ExportOperation.Add add(String relative, String base) {
        String name = relative.split("[=,]")[1];
        return People.add(People.person(name).set("dn", relative + "," + base));
    }

    private Set<String> names(String objectClass) throws LDAPException {
        try (Directory directory = Servers.connect(server)) {
            return directory.search(new SearchRequest(Servers.BASE, SearchScope.SUB,
                    Filter.createEqualityFilter("objectClass", objectClass), "1.1")).stream()
                    .map(entry -> entry.getDN())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private ExportResult.Rejected refused(Connector sender, ExportOperation operation) {
        return People.rejected(People.export(sender, operation)).findFirst().orElseThrow();
    }

    @Test
    void makesWhatIsMissingAboveManyEntriesThatAreAddedAtOnce() throws Exception {
        List<ExportOperation> page = IntStream.range(0, 60)
                .mapToObj(i -> (ExportOperation) add("cn=p" + i + ",ou=team " + i % 3 + ",ou=sales,l=Berlin", HERE))
                .toList();
        assertEquals(List.of(), People.rejected(connector.export(page)).toList());
        assertEquals(60, People.objects(connector).size());
        assertEquals(Set.of("l=Berlin," + HERE), names("locality"));
        assertTrue(names("organizationalUnit").containsAll(Set.of("ou=sales,l=Berlin," + HERE,
                "ou=team 0,ou=sales,l=Berlin," + HERE, "ou=team 2,ou=sales,l=Berlin," + HERE)));
    }

    @Test
    void makesWhatIsMissingAboveTheNewPlaceOfAMovedEntry() {
        People.export(connector, add("cn=ann", HERE));
        ImportedChange.Whole ann = People.object(connector, "cn=ann," + HERE);
        String dn = "cn=ann,ou=berlin,ou=sales," + HERE;
        ExportResult moved = People.export(connector,
                People.update(ann, ann.attributes().toBuilder().set("dn", dn).set("sn", "New").build())).getFirst();
        assertEquals(new ExportResult.Accepted(ann.anchor(), dn), moved);
        assertEquals("New", People.object(connector, dn).attributes().text("sn"));
    }

    @Test
    void makesNothingUnlessItIsTold() throws Exception {
        Set<String> before = names("organizationalUnit");
        try (Connector strict = connect("false", HERE)) {
            ExportResult.Rejected refusal = refused(strict, add("cn=ann,ou=sales", HERE));
            assertEquals(ExportResult.Code.NO_SUCH_OBJECT, refusal.code());
            assertTrue(refusal.message().contains("'ou=sales," + HERE + "' does not exist"), refusal.message());
        }
        assertEquals(before, names("organizationalUnit"));
    }

    @Test
    void makesNothingOutsideTheBase() throws Exception {
        Set<String> before = names("organizationalUnit");
        ExportResult.Rejected refusal = refused(connector, add("cn=ann,ou=sales,ou=elsewhere", Servers.BASE));
        assertEquals(ExportResult.Code.NO_SUCH_OBJECT, refusal.code());
        assertEquals(before, names("organizationalUnit"));
    }

    /** Nor does it make what lies above. */
    @Test
    void saysWhichContainerItCannotMakeBecauseItsNameDoesNotSayWhatItIs() throws Exception {
        Set<String> before = names("organizationalUnit");
        ExportResult.Rejected refusal = refused(connector, add("cn=ann,cn=desk,ou=sales", HERE));
        assertEquals(ExportResult.Code.NO_SUCH_OBJECT, refusal.code());
        assertTrue(refusal.message().contains("'cn=desk,ou=sales," + HERE + "' is missing and cannot be made"),
                refusal.message());
        assertEquals(before, names("organizationalUnit"));
    }

    @Test
    void anotherRefusalStaysWhatItIs() {
        assertEquals(List.of(), People.rejected(People.export(connector, add("cn=ann,ou=sales", HERE))).toList());
        assertEquals(ExportResult.Code.ALREADY_EXISTS, refused(connector, add("cn=ann,ou=sales", HERE)).code());
    }
}
