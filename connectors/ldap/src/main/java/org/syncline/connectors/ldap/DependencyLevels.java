package org.syncline.connectors.ldap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * Sorts operations into levels: those of one level don't depend on each other and may be sent at once; those that depend on each
 * other keep their order.
 *
 * <p>Two operations depend on each other if they concern the same name, if one adds, deletes, renames or moves an entry above the
 * other's, or if one does so to an entry the other refers to.
 */
final class DependencyLevels {
    private static final Integer BEFORE_ALL = -1;

    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, Integer> madeOrUnmade = new HashMap<>();
    private final Map<String, Integer> below = new HashMap<>();
    private final Map<String, Integer> referred = new HashMap<>();

    private DependencyLevels() {}

    /** By level, the positions of its operations. */
    static List<List<Integer>> of(List<ExportOperation> operations) {
        DependencyLevels levels = new DependencyLevels();
        List<List<Integer>> positions = new ArrayList<>();
        for (int position = 0; position < operations.size(); position++) {
            int level = levels.place(operations.get(position));
            if (level == positions.size()) {
                positions.add(new ArrayList<>());
            }
            positions.get(level).add(position);
        }
        return positions;
    }

    private int place(ExportOperation operation) {
        Set<String> names = names(operation);
        Set<String> references = references(operation);
        boolean makesOrUnmakes = !(operation instanceof ExportOperation.Update) || names.size() > 1;
        int last = BEFORE_ALL;
        for (String name : names) {
            last = Math.max(last, named.getOrDefault(name, BEFORE_ALL));
            last = Math.max(last, makesOrUnmakes ? below.getOrDefault(name, BEFORE_ALL) : BEFORE_ALL);
            last = Math.max(last, makesOrUnmakes ? referred.getOrDefault(name, BEFORE_ALL) : BEFORE_ALL);
            for (String above : above(name)) {
                last = Math.max(last, madeOrUnmade.getOrDefault(above, BEFORE_ALL));
            }
        }
        for (String reference : references) {
            last = Math.max(last, madeOrUnmade.getOrDefault(reference, BEFORE_ALL));
        }
        remember(names, references, makesOrUnmakes, last + 1);
        return last + 1;
    }

    private void remember(Set<String> names, Set<String> references, boolean makesOrUnmakes, int level) {
        for (String name : names) {
            named.merge(name, level, Math::max);
            if (makesOrUnmakes) {
                madeOrUnmade.merge(name, level, Math::max);
            }
            above(name).forEach(above -> below.merge(above, level, Math::max));
        }
        references.forEach(reference -> referred.merge(reference, level, Math::max));
    }

    /** The name an entry has, and the one it gets. */
    private static Set<String> names(ExportOperation operation) {
        Set<String> names = new LinkedHashSet<>();
        if (operation.dn() != null) {
            names.add(DistinguishedName.normalize(operation.dn()));
        }
        if (operation instanceof ExportOperation.Update update) {
            newName(update).map(DistinguishedName::normalize).forEach(names::add);
        }
        return names;
    }

    /** The new DN, if there is one. */
    static Stream<String> newName(ExportOperation.Update update) {
        return update.changes().stream()
                .filter(change -> change.attribute() == 0)
                .flatMap(change -> change.added().stream())
                .map(Value::text);
    }

    private static Set<String> references(ExportOperation operation) {
        Stream<Value> values = switch (operation) {
            case ExportOperation.Add add -> values(add);
            case ExportOperation.Update update ->
                    update.changes().stream()
                            .flatMap(change -> Stream.concat(change.added().stream(), change.removed().stream()));
            case ExportOperation.Delete delete -> Stream.empty();
        };
        Set<String> references = new LinkedHashSet<>();
        values.forEach(value -> {
            if (value instanceof ReferenceValue reference) {
                references.add(DistinguishedName.normalize(reference.key()));
            }
        });
        return references;
    }

    private static Stream<Value> values(ExportOperation.Add add) {
        ObjectType type = add.attributes().type();
        Stream.Builder<Value> values = Stream.builder();
        for (int index = 0; index < type.size(); index++) {
            add.attributes().get(index).asList().forEach(values);
        }
        return values.build();
    }

    private static List<String> above(String name) {
        List<String> above = new ArrayList<>();
        for (String parent = DistinguishedName.parent(name); !parent.isEmpty(); parent =
                DistinguishedName.parent(parent)) {
            above.add(parent);
        }
        return above;
    }
}
