package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/**
 * Objects of which every record holds a part: multi-valued attributes collect the values of all records in their order, single-valued ones
 * take the first there is. An object with a record that makes no sense is left out, or it would seem to have lost values.
 */
final class CollectedObjects {
    private final ObjectRecords records;
    private final Map<Anchor, List<List<Value>>> values = new LinkedHashMap<>();
    private final Set<Anchor> broken = new HashSet<>();

    CollectedObjects(ObjectRecords records) {
        this.records = records;
    }

    /** Adds a record to its object; false if the record makes no sense. */
    boolean add(Anchor anchor, FileRecord record) {
        List<List<Value>> object = values.computeIfAbsent(anchor, first -> emptyObject());
        boolean sensible = true;
        for (int index = 0; index < records.fields().size(); index++) {
            Content content = records.fields().get(index).read(record);
            sensible &= content != null;
            if (sensible) {
                add(object.get(index), records.fields().get(index), content);
            }
        }
        if (!sensible) {
            broken.add(anchor);
        }
        return sensible;
    }

    private List<List<Value>> emptyObject() {
        List<List<Value>> object = new ArrayList<>();
        records.fields().forEach(field -> object.add(new ArrayList<>(1)));
        return object;
    }

    private static void add(List<Value> to, Field field, Content content) {
        if (field.definition().multiValued() || to.isEmpty()) {
            to.addAll(content.asList());
        }
    }

    List<ImportedChange> objects() {
        List<ImportedChange> objects = new ArrayList<>();
        values.forEach((anchor, object) -> {
            if (!broken.contains(anchor)) {
                objects.add(new ImportedChange.Whole(anchor, attributes(object)));
            }
        });
        return objects;
    }

    private Attributes attributes(List<List<Value>> object) {
        Attributes.Builder builder = Attributes.builder(records.type());
        for (int index = 0; index < object.size(); index++) {
            builder.set(records.fields().get(index).attribute(), Content.of(object.get(index)));
        }
        return builder.build();
    }
}
