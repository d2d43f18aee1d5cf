package org.syncline.connectors.script.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;

/** The objects that a full import begins with. */
final class Sample {
    private static final int PAGE = 100;
    private static final int MOST = 1_000;

    /** By type, how many values each attribute of each object has. */
    private final Map<String, List<Map<String, Integer>>> objects = new HashMap<>();
    private boolean isAll;

    private Sample() {}

    static Sample of(List<OfferedType> types, Function<List<ObjectTypeSettings>, Connector> opening) {
        Sample sample = new Sample();
        try (Connector connector = opening.apply(types.stream().map(Sample::declared).toList());
                ImportPages pages = connector.read(ImportRequest.full(PAGE))) {
            int read = 0;
            while (!sample.isAll && read < MOST) {
                Optional<ImportPage> page = pages.next();
                page.ifPresent(sample::add);
                read += page.map(some -> some.changes().size() + some.errors().size()).orElse(0);
                sample.isAll = page.isEmpty();
            }
        }
        return sample;
    }

    /** A type as if all that it offers was declared. */
    private static ObjectTypeSettings declared(OfferedType type) {
        List<AttributeDefinition> definitions = type.attributes().stream().map(Sample::definition).toList();
        List<AttributeSettings> attributes = type.attributes().stream()
                .map(attribute -> new AttributeSettings(attribute.name(), attribute.name(), null, null, null))
                .toList();
        return new ObjectTypeSettings(ObjectType.ofConnectorSpace(type.name(), definitions), type.anchors(), attributes,
                ObjectTypeSettings.Rows.SINGLE, ObjectTypeSettings.EVERY_ROW, Map.of());
    }

    private static AttributeDefinition definition(OfferedAttribute attribute) {
        return attribute.multiValued()
                ? AttributeDefinition.multi(attribute.name(), attribute.type())
                : AttributeDefinition.single(attribute.name(), attribute.type());
    }

    private void add(ImportPage page) {
        for (ImportedChange change : page.changes()) {
            if (change instanceof ImportedChange.Whole whole) {
                Attributes object = whole.attributes();
                Map<String, Integer> values = new HashMap<>();
                object.type().attributes().forEach(attribute -> {
                    int count = object.get(attribute.name()).asList().size();
                    if (count > 0) {
                        values.put(attribute.name(), count);
                    }
                });
                objects.computeIfAbsent(object.type().name(), first -> new ArrayList<>()).add(values);
            }
        }
    }

    private List<Map<String, Integer>> objects(OfferedType type) {
        return objects.getOrDefault(type.name(), List.of());
    }

    ObjectCount count(OfferedType type, int most) {
        int found = objects(type).size();
        return new ObjectCount(Math.min(found, most), isAll && found <= most);
    }

    TypeUsage usage(OfferedType type, int most) {
        TypeUsage.Counting counting = new TypeUsage.Counting();
        objects(type).stream().limit(most).forEach(counting::add);
        return counting.end();
    }
}
