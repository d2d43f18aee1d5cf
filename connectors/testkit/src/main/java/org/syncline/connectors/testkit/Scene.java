package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;

/** One test's connected system and connector, with the words the contract is written in. */
public final class Scene implements AutoCloseable {
    private final ConnectedSystem system;
    private final Connector connector;

    Scene(ConnectedSystem system) {
        this.system = system;
        this.connector = system.open(List.of(system.person(), system.group()));
    }

    ConnectedSystem system() {
        return system;
    }

    Connector connector() {
        return connector;
    }

    /** Listens to the persons and groups. */
    ChangeWatch watch(ChangeListener listener) {
        return system.watch(List.of(system.person(), system.group()), listener);
    }

    boolean can(Capability capability) {
        return system.capabilities().contains(capability);
    }

    void needs(Capability capability) {
        assumeTrue(can(capability), () -> "the system does not declare " + capability);
    }

    void needsLackOf(Capability capability) {
        assumeFalse(can(capability), () -> "the system declares " + capability);
    }

    void needsAttribute(String attribute) {
        assumeTrue(system.person().type().has(attribute), () -> "the system holds no attribute '" + attribute + "'");
    }

    String personType() {
        return system.person().type().name();
    }

    String groupType() {
        return system.group().type().name();
    }

    /** A person with key, name and, where the system has names, DN. */
    Attributes.Builder person(String key) {
        return object(system.person().type(), key).set(ContractTypes.NAME, "Person " + key);
    }

    Attributes group(String key, String... members) {
        List<ReferenceValue> references = new ArrayList<>();
        for (String member : members) {
            references.add(reference(member));
        }
        return object(system.group().type(), key).set(ContractTypes.MEMBERS, references).build();
    }

    private Attributes.Builder object(ObjectType type, String key) {
        return Attributes.builder(type).set(ObjectType.DN, system.dn(type.name(), key)).set(ContractTypes.KEY, key);
    }

    ReferenceValue reference(String personKey) {
        return can(Capability.DISTINGUISHED_NAMES)
                ? ReferenceValue.toDn(system.dn(personType(), personKey))
                : ReferenceValue.toKey(personKey);
    }

    void put(Attributes... objects) {
        for (Attributes object : objects) {
            system.put(object);
        }
    }

    void putPersons(String... keys) {
        for (String key : keys) {
            system.put(person(key).build());
        }
    }

    /** What the system holds under this key. */
    Optional<Attributes> held(String objectType, String key) {
        return system.objects(objectType).stream().filter(object -> key.equals(object.text(ContractTypes.KEY)))
                .findFirst();
    }

    Attributes heldPerson(String key) {
        return held(personType(), key).orElseGet(() -> fail("the system holds no person '" + key + "'"));
    }

    /** Reads to the end. */
    List<ImportPage> pages(ImportRequest request) {
        List<ImportPage> pages = new ArrayList<>();
        try (ImportPages reading = connector.read(request)) {
            for (Optional<ImportPage> page = reading.next(); page.isPresent(); page = reading.next()) {
                pages.add(page.get());
            }
        }
        pages.forEach(page -> assertEquals(List.of(), page.errors()));
        return pages;
    }

    /** The objects of one type that a full import delivers, by key. */
    Map<String, ImportedChange.Whole> imported(String objectType) {
        Map<String, ImportedChange.Whole> byKey = new TreeMap<>();
        for (ImportPage page : pages(ImportRequest.full(100))) {
            for (ImportedChange change : page.changes()) {
                if (change.objectType().equals(objectType)) {
                    ImportedChange.Whole whole = (ImportedChange.Whole) change;
                    assertTrue(byKey.put(whole.attributes().text(ContractTypes.KEY), whole) == null,
                            "delivered twice: " + whole);
                }
            }
        }
        return byKey;
    }

    ImportedChange.Whole importedPerson(String key) {
        return Optional.ofNullable(imported(personType()).get(key))
                .orElseGet(() -> fail("no person '" + key + "' was imported"));
    }

    List<ExportResult> export(ExportOperation... operations) {
        List<ExportResult> results = connector.export(List.of(operations));
        assertEquals(operations.length, results.size(), "one result per operation");
        return results;
    }

    ExportResult.Accepted accepted(ExportOperation operation) {
        return accepted(export(operation).getFirst());
    }

    static ExportResult.Accepted accepted(ExportResult result) {
        return result instanceof ExportResult.Accepted accepted ? accepted : fail("refused: " + result);
    }

    static ExportResult.Rejected rejected(ExportResult.Code code, ExportResult result) {
        if (result instanceof ExportResult.Rejected rejected && rejected.code() == code) {
            assertTrue(rejected.message() != null && !rejected.message().isBlank(), "a refusal says why");
            return rejected;
        }
        return fail("expected " + code + " but was " + result);
    }

    static ExportOperation.Add add(Attributes.Builder object) {
        return new ExportOperation.Add(object.build());
    }

    /** What turns an imported object into another. */
    static ExportOperation.Update update(ImportedChange.Whole before, Attributes after) {
        List<Delta.AttributeChange> changes = Delta.between(before.attributes(), after).changes();
        return new ExportOperation.Update(
                before.objectType(), before.anchor(), before.attributes().dn(), changes, before.attributes());
    }

    static ExportOperation.Delete delete(ImportedChange.Whole object) {
        return new ExportOperation.Delete(object.objectType(), object.anchor(), object.attributes().dn());
    }

    @Override
    public void close() {
        connector.close();
        system.close();
    }
}
