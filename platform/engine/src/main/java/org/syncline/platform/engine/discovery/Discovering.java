package org.syncline.platform.engine.discovery;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.operations.OperationRefused;

/** Finds out which object types a connected system offers, and how they could be declared. */
public final class Discovering {
    private static final int MOST_COUNTED = 1_000;
    private static final int SAMPLE = 200;

    private final Connectors connectors;

    public Discovering(Connectors connectors) {
        this.connectors = connectors;
    }

    /** An object type that can be chosen. */
    public record Choice(String name, String description, ObjectCount objects) {}

    /**
     * The object types that a system offers.
     *
     * @param all whether also those of which it has no objects
     */
    public List<Choice> choices(ConnectorDefinition connector, boolean all) {
        try (Discovery discovery = connectors.discover(connector)) {
            return discovery.types().stream()
                    .map(type -> new Choice(type.name(), type.description(), discovery.count(type, MOST_COUNTED)))
                    .filter(choice -> all || choice.objects().found() > 0)
                    .toList();
        }
    }

    /**
     * How object types could be declared.
     *
     * @param names of the types
     * @param all whether with all attributes
     * @throws OperationRefused if there is no such type
     */
    public List<SuggestedType> suggestions(ConnectorDefinition connector, List<String> names, boolean all) {
        boolean hasNames = connectors.capabilities(connector).contains(Capability.DISTINGUISHED_NAMES);
        List<SuggestedType> suggestions = new ArrayList<>();
        try (Discovery discovery = connectors.discover(connector)) {
            List<OfferedType> offered = discovery.types();
            for (String name : names) {
                OfferedType type = type(name, offered);
                suggestions.add(new Suggestion(type, discovery.usage(type, SAMPLE), hasNames, all).made());
            }
        }
        return suggestions;
    }

    private static OfferedType type(String name, List<OfferedType> offered) {
        return offered.stream()
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new OperationRefused("The system offers no object type '" + name + "'"
                        + meant(name, offered.stream().map(OfferedType::name).toList())));
    }

    private static String meant(String name, List<String> known) {
        String nearest = NearestName.to(name, known);
        return nearest == null
                ? "; without --type those are listed that have objects, with --all all of them"
                : "; did you mean " + nearest + "?";
    }
}
