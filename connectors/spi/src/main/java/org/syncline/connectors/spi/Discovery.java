package org.syncline.connectors.spi;

import java.util.List;

/**
 * Looks at a connected system for those who set up a connector. Nothing is ever written to the system. Failures of the system as a
 * whole are {@link ConnectorException}s.
 */
public interface Discovery extends AutoCloseable {

    /** The types of objects that the system offers, in the order of their names. */
    List<OfferedType> types();

    /**
     * How many objects there are of exactly this type, and not of one derived from it.
     *
     * @param most where counting ends, so that it never takes long
     */
    ObjectCount count(OfferedType type, int most);

    /**
     * What the objects of a type look like.
     *
     * @param type of {@link #types}
     * @param sample how many objects are looked at, at most
     */
    TypeUsage usage(OfferedType type, int sample);

    /**
     * Whether the account may do what the connector is to do: read what it is set up to read, and write what rules would write. What
     * cannot be found out is a finding too.
     *
     * @param exports what rules would write, by object type; none for a connector that only reads
     */
    List<ConnectionFinding> rights(List<IntendedExport> exports);

    @Override
    void close();
}
