package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.LDAPRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.delta.LdapDelta;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.ReferenceValue;

/** What an export asks of a server: no more than needed. */
@Tag("slapd")
class RequestsTest {
    private final List<LDAPRequest> requests = new CopyOnWriteArrayList<>();

    @Test
    void aNewEntryIsOneRequestThatTellsItsAnchor() {
        try (OpenLdapServer server = OpenLdapServer.start(); Connector connector = open(server)) {
            List<ExportResult> results = connector.export(IntStream.range(0, 50)
                    .mapToObj(number -> (ExportOperation) People.add(People.person("p" + number)))
                    .toList());
            results.forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
            assertEquals(50, requests.size());
            requests.forEach(request -> assertInstanceOf(AddRequest.class, request));
        }
    }

    @Test
    void oneMemberMoreAndOneLessOfALargeGroupAreTwoValuesInOneRequest() {
        try (OpenLdapServer server = OpenLdapServer.start(); Connector connector = open(server)) {
            String[] members = IntStream.range(0, 20_000).mapToObj(number -> "p" + number).toArray(String[]::new);
            People.export(connector, People.add(People.group("all", members)));
            requests.clear();
            Delta.AttributeChange change = new Delta.AttributeChange(2,
                    List.of(ReferenceValue.toDn(People.dn("new"))), List.of(ReferenceValue.toDn(People.dn("p7"))));
            ExportOperation update = new ExportOperation.Update("groupOfNames", null,
                    "cn=all,ou=groups," + Servers.BASE, List.of(change), null);
            assertInstanceOf(ExportResult.Accepted.class, connector.export(List.of(update)).getFirst());
            ModifyRequest only = assertInstanceOf(ModifyRequest.class, requests.getFirst());
            assertEquals(1, requests.size());
            assertEquals(List.of(People.dn("p7"), People.dn("new")),
                    only.getModifications().stream().flatMap(one -> Arrays.stream(one.getValues())).toList());
        }
    }

    private Connector open(OpenLdapServer server) {
        Connector connector =
                LdapConnector.open(recorded(Servers.connect(server)), new LdapScope(Servers.BASE, Partitions.NONE),
                        List.of(new LdapObjectType(People.PERSON), new LdapObjectType(People.GROUP)), false,
                        LdapDelta.NONE);
        requests.clear();
        return connector;
    }

    /** Notes what is asked of a directory. */
    private Directory recorded(Directory directory) {
        return (Directory) Proxy.newProxyInstance(Directory.class.getClassLoader(), new Class<?>[]{Directory.class},
                (proxy, method, arguments) -> {
                    Arrays.stream(arguments == null ? new Object[0] : arguments)
                            .filter(LDAPRequest.class::isInstance)
                            .forEach(request -> requests.add((LDAPRequest) request));
                    try {
                        return method.invoke(directory, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
