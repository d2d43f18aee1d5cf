package org.syncline.connectors.script.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;

/** A system whose object types were told by a script or program; its objects are those that a full import begins with. */
public abstract class ScriptDiscovery implements Discovery {
    private final List<OfferedType> types;
    private final Function<List<ObjectTypeSettings>, Connector> opening;
    private Sample sample;

    /** @param opening opens the system for reading objects of the given types */
    protected ScriptDiscovery(List<OfferedType> types, Function<List<ObjectTypeSettings>, Connector> opening) {
        this.types = types.stream().sorted(Comparator.comparing(OfferedType::name)).toList();
        this.opening = opening;
    }

    @Override
    public final List<OfferedType> types() {
        return types;
    }

    @Override
    public final ObjectCount count(OfferedType type, int most) {
        return sample().count(type, most);
    }

    @Override
    public final TypeUsage usage(OfferedType type, int most) {
        return sample().usage(type, most);
    }

    private Sample sample() {
        if (sample == null) {
            sample = Sample.of(types, opening);
        }
        return sample;
    }

    /** The one thing that cannot be found out of a system that only a script knows. */
    protected static ConnectionFinding writingNotTested(IntendedExport export) {
        return ConnectionFinding.notTested(Where.type(export.objectType()),
                "Whether the system lets its objects be written was not tried",
                "look at the results of the first export");
    }

    @Override
    public void close() {}
}
