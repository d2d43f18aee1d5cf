package org.syncline.connectors.ldap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

/** People, groups and containers for tests, and what is done with them. */
final class People {
    static final ObjectTypeSettings PERSON = ObjectTypeSettings.of(
            ObjectType.ofConnectorSpace("inetOrgPerson",
                    AttributeDefinition.single("cn", AttributeType.STRING),
                    AttributeDefinition.single("sn", AttributeType.STRING),
                    AttributeDefinition.single("uid", AttributeType.STRING),
                    AttributeDefinition.single("mail", AttributeType.STRING),
                    AttributeDefinition.single("employeeNumber", AttributeType.INTEGER),
                    AttributeDefinition.multi("carLicense", AttributeType.STRING),
                    AttributeDefinition.single("manager", AttributeType.REFERENCE),
                    AttributeDefinition.single("pwdAccountLockedTime", AttributeType.DATE)),
            "entryUUID");
    static final ObjectTypeSettings GROUP = ObjectTypeSettings.of(
            ObjectType.ofConnectorSpace("groupOfNames",
                    AttributeDefinition.single("cn", AttributeType.STRING),
                    AttributeDefinition.multi("member", AttributeType.REFERENCE)),
            "entryUUID");
    static final ObjectTypeSettings CONTAINER = ObjectTypeSettings.of(
            ObjectType.ofConnectorSpace("organizationalUnit", AttributeDefinition.single("ou", AttributeType.STRING)),
            "entryUUID");

    private People() {}

    static String dn(String name) {
        return "cn=" + name + ",ou=people," + Servers.BASE;
    }

    static Attributes.Builder person(String name) {
        return Attributes.builder(PERSON.type()).set("dn", dn(name)).set("cn", name).set("sn", "Sn " + name);
    }

    static Attributes.Builder group(String name, String... members) {
        List<ReferenceValue> references = Arrays.stream(members).map(People::dn).map(ReferenceValue::toDn).toList();
        return Attributes.builder(GROUP.type())
                .set("dn", "cn=" + name + ",ou=groups," + Servers.BASE)
                .set("cn", name)
                .set("member", references);
    }

    static Attributes.Builder container(String name) {
        return Attributes.builder(CONTAINER.type()).set("dn", "ou=" + name + "," + Servers.BASE).set("ou", name);
    }

    static ExportOperation.Add add(Attributes.Builder object) {
        return new ExportOperation.Add(object.build());
    }

    static ExportOperation.Update update(ImportedChange.Whole before, Attributes after) {
        return new ExportOperation.Update(before.objectType(), before.anchor(), before.attributes().dn(),
                Delta.between(before.attributes(), after).changes(), before.attributes());
    }

    static ExportOperation.Update rename(Attributes before, String dn) {
        return new ExportOperation.Update(before.type().name(), null, before.dn(),
                Delta.between(before, before.with("dn", new TextValue(dn))).changes(), before);
    }

    static ExportOperation.Delete delete(ImportedChange.Whole object) {
        return new ExportOperation.Delete(object.objectType(), object.anchor(), object.attributes().dn());
    }

    static List<ExportResult> export(Connector connector, ExportOperation... operations) {
        return connector.export(List.of(operations));
    }

    static List<ImportPage> read(Connector connector) {
        List<ImportPage> pages = new ArrayList<>();
        try (ImportPages reading = connector.read(ImportRequest.full(100))) {
            for (Optional<ImportPage> page = reading.next(); page.isPresent(); page = reading.next()) {
                pages.add(page.get());
            }
        }
        return pages;
    }

    /** The persons. */
    static List<ImportedChange.Whole> objects(Connector connector) {
        return read(connector).stream()
                .flatMap(page -> page.changes().stream())
                .filter(change -> change.objectType().equals(PERSON.type().name()))
                .map(ImportedChange.Whole.class::cast)
                .toList();
    }

    static List<DiscoveryError> errors(Connector connector) {
        return read(connector).stream().flatMap(page -> page.errors().stream()).toList();
    }

    static ImportedChange.Whole object(Connector connector, String dn) {
        return objects(connector).stream().filter(object -> object.attributes().dn().equals(dn)).findFirst()
                .orElseThrow();
    }

    static Stream<ExportResult.Rejected> rejected(List<ExportResult> results) {
        return results.stream().filter(ExportResult.Rejected.class::isInstance).map(ExportResult.Rejected.class::cast);
    }
}
