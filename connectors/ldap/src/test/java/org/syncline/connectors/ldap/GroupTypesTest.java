package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The three kinds of group that directories have, and what each says of its members. */
@Tag("slapd")
class GroupTypesTest {
    private static final String DN = "cn=all,ou=groups," + Servers.BASE;

    private enum Kind {
        NAMES("groupOfNames", "member", null, false),
        UNIQUE_NAMES("groupOfUniqueNames", "uniqueMember", null, false),
        POSIX("posixGroup", "memberUid", "uid", true);

        private final String objectClass;
        private final String members;
        private final String referenceBy;
        private final boolean mayBeEmpty;

        Kind(String objectClass, String members, String referenceBy, boolean mayBeEmpty) {
            this.objectClass = objectClass;
            this.members = members;
            this.referenceBy = referenceBy;
            this.mayBeEmpty = mayBeEmpty;
        }

        ObjectTypeSettings settings() {
            ObjectType type = ObjectType.ofConnectorSpace(objectClass,
                    AttributeDefinition.single("cn", AttributeType.STRING),
                    AttributeDefinition.single("gidNumber", AttributeType.INTEGER),
                    AttributeDefinition.multi(members, AttributeType.REFERENCE));
            List<AttributeSettings> attributes = List.of(new AttributeSettings("cn", "cn", null, null, null),
                    new AttributeSettings("gidNumber", "gidNumber", null, null, null),
                    new AttributeSettings(members, members, null, "inetOrgPerson", referenceBy));
            return new ObjectTypeSettings(type, List.of("entryUUID"), attributes, ObjectTypeSettings.Rows.SINGLE,
                    ObjectTypeSettings.EVERY_ROW);
        }

        Attributes group(String... people) {
            Attributes.Builder group = Attributes.builder(settings().type())
                    .set("dn", DN)
                    .set("cn", "all")
                    .set(members, Stream.of(people).map(this::reference).toList());
            return this == POSIX ? group.set("gidNumber", new IntegerValue(100)).build() : group.build();
        }

        private ReferenceValue reference(String person) {
            return referenceBy == null ? ReferenceValue.toDn(People.dn(person)) : ReferenceValue.toKey(person);
        }
    }

    private OpenLdapServer server;

    @BeforeEach
    void start() {
        server = OpenLdapServer.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Set<Value> members(Connector connector, Kind kind) {
        return group(connector, kind).attributes().get(kind.members).asList().stream().collect(Collectors.toSet());
    }

    private static ImportedChange.Whole group(Connector connector, Kind kind) {
        return connector.readOne(kind.objectClass, null, DN).orElseThrow();
    }

    private static void accepted(Connector connector, ExportOperation operation) {
        assertInstanceOf(ExportResult.Accepted.class, People.export(connector, operation).getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void membersComeAndGoOneByOneAndTwice(Kind kind) {
        try (Connector connector =
                new LdapConnectorFactory().open(Servers.settings(server, Map.of(), kind.settings()))) {
            accepted(connector, new ExportOperation.Add(kind.group("ann", "bob")));
            assertEquals(Set.of(kind.reference("ann"), kind.reference("bob")), members(connector, kind));
            ExportOperation change = People.update(group(connector, kind), kind.group("bob", "cid"));
            accepted(connector, change);
            accepted(connector, change);
            assertEquals(Set.of(kind.reference("bob"), kind.reference("cid")), members(connector, kind));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAPosixGroupMayBeEmpty(Kind kind) {
        try (Connector connector =
                new LdapConnectorFactory().open(Servers.settings(server, Map.of(), kind.settings()))) {
            accepted(connector, new ExportOperation.Add(kind.group("ann")));
            ExportResult emptied =
                    People.export(connector, People.update(group(connector, kind), kind.group())).getFirst();
            if (kind.mayBeEmpty) {
                assertInstanceOf(ExportResult.Accepted.class, emptied);
                assertEquals(Set.of(), members(connector, kind));
            } else {
                ExportResult.Rejected refusal = assertInstanceOf(ExportResult.Rejected.class, emptied);
                assertEquals(ExportResult.Code.SCHEMA_VIOLATION, refusal.code());
                assertEquals(kind.members, refusal.attribute());
            }
        }
    }
}
