package org.syncline.connectors.spi;

/** What a connected system can do. What is not declared is refused; the testkit proves both. */
public enum Capability {
    /** Reads every object. */
    FULL_IMPORT,
    /** Reads what changed since a watermark. */
    DELTA_IMPORT,
    /** Reads one object by anchor or DN. */
    READ_ONE,
    /** Adds, changes and deletes objects. */
    EXPORT,
    /** Its objects have distinguished names: they can be renamed and moved, and references name them by DN. */
    DISTINGUISHED_NAMES,
    /** Changes single values of an attribute, so that only the difference is sent. */
    VALUE_LEVEL_EXPORT,
    /** Keeps references right by itself when their target is renamed or deleted. */
    REFERENTIAL_INTEGRITY,
    /** Its objects lie in partitions and containers: some can be selected, and each partition read by itself. */
    PARTITIONS,
    /** Tells at once that something changed, though not what: {@link ConnectorFactory#watch}. */
    CHANGE_NOTIFICATION
}
