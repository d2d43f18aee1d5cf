package org.syncline.connectors.testkit;

import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Partitions;

/**
 * The real system behind a connector under test: how to connect to it, and what somebody else does to it behind the connector's back.
 *
 * <p>It begins without any persons and groups. Everything but {@link #open} works without the connector, or the test would prove the
 * connector by itself.
 */
public interface ConnectedSystem extends AutoCloseable {

    /** Makes connectors to this system. */
    ConnectorFactory factory();

    /** How a connector reaches this system that reads and writes these object types in these partitions. */
    ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions);

    /** What a connector on this system declares. */
    default Set<Capability> capabilities() {
        return factory().capabilities(settings(List.of(person(), group()), Partitions.NONE));
    }

    /** A new connector that reads and writes these object types. */
    default Connector open(List<ObjectTypeSettings> objectTypes) {
        return open(objectTypes, Partitions.NONE);
    }

    /** A new connector that reads and writes these object types in these partitions. */
    default Connector open(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return factory().open(settings(objectTypes, partitions));
    }

    /** Listens to this system by a connector that reads and writes these object types. */
    default ChangeWatch watch(List<ObjectTypeSettings> objectTypes, ChangeListener listener) {
        return factory().watch(settings(objectTypes, Partitions.NONE), listener);
    }

    /**
     * Persons, made by {@link ContractTypes#person}: the system's own type and column names, the contract's attribute names. Where the
     * system has names, the anchor is another attribute than the key.
     */
    ObjectTypeSettings person();

    /** Groups, made by {@link ContractTypes#group}. */
    ObjectTypeSettings group();

    /**
     * Creates an object, or makes the object of this key hold exactly these values.
     *
     * @param object with the DN where the system has names; references are in the form of the system
     */
    void put(Attributes object);

    /** Deletes the object with this {@link ContractTypes#KEY}. */
    void remove(String objectType, String key);

    /** What the system holds now, in any order. */
    List<Attributes> objects(String objectType);

    /** The DN an object with this key has; null where the system has no names. */
    default String dn(String objectType, String key) {
        return null;
    }

    /** The DN an object with this key has in another container that exists; null where the system has no names. */
    default String dnElsewhere(String objectType, String key) {
        return null;
    }

    @Override
    void close();
}
