package org.syncline.platform.engine.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.syncline.platform.engine.port.StoreTally;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.StoredValues;
import org.syncline.schema.identity.Value;
import org.syncline.schema.identity.Values;

/**
 * Gives large sets of references as databases do: read only as far as they are asked for.
 *
 * @param most how many values a set may have that is read with its object
 */
record LargeSets(int most, StoreTally tally) {

    /** The same, for what is not read from outside. */
    LargeSets uncounted() {
        return new LargeSets(most, new StoreTally());
    }

    ConnectorSpaceObject given(ConnectorSpaceObject object) {
        Attributes known = object.hologram().known();
        if (known == null) {
            return object;
        }
        Attributes given = known;
        for (int index = 0; index < known.type().size(); index++) {
            if (isLarge(known, index)) {
                given = given.toBuilder().set(index, large(known.get(index), List.of())).build();
            }
        }
        return given == known ? object : object.with(withKnown(object.hologram(), given));
    }

    MetaverseObject given(MetaverseObject object) {
        MetaverseObject given = object;
        for (int index = 0; index < object.type().size(); index++) {
            if (isLarge(object.attributes(), index)) {
                LargeValues large = large(object.attributes().get(index), object.lineage().get(index));
                given = given.replaced(index, large, large.lineage());
            }
        }
        return given;
    }

    private static Hologram withKnown(Hologram hologram, Attributes known) {
        return new Hologram(hologram.type(), known, hologram.pendingImport(), hologram.unconfirmedExport(),
                hologram.pendingExport());
    }

    private boolean isLarge(Attributes attributes, int index) {
        if (!attributes.type().attribute(index).multiValued()) {
            return false;
        }
        List<Value> values = attributes.get(index).asList();
        boolean areReferences = values.stream().allMatch(ReferenceValue.class::isInstance);
        boolean isLarge = areReferences && attributes.get(index) instanceof Values && values.size() > most;
        if (areReferences && !isLarge) {
            tally.loadedValues(values.size());
        }
        return isLarge;
    }

    private LargeValues large(Content content, List<Lineage> lineage) {
        return LargeValues.of(new Stored(content, lineage, tally, new HashMap<>()));
    }

    /** As it is kept: everything at hand. */
    static ConnectorSpaceObject kept(ConnectorSpaceObject object) {
        Attributes known = object == null ? null : object.hologram().known();
        if (known == null) {
            return object;
        }
        Attributes kept = known;
        for (int index = 0; index < known.type().size(); index++) {
            if (known.get(index) instanceof LargeValues large) {
                kept = kept.toBuilder().set(index, content(entries(large))).build();
            }
        }
        return kept == known ? object : object.with(withKnown(object.hologram(), kept));
    }

    static MetaverseObject kept(MetaverseObject object) {
        MetaverseObject kept = object;
        for (int index = 0; object != null && index < object.type().size(); index++) {
            if (object.attributes().get(index) instanceof LargeValues large) {
                List<StoredValues.Entry> entries = entries(large);
                kept = kept.replaced(index, content(entries),
                        entries.stream().map(StoredValues.Entry::lineage).filter(Objects::nonNull).toList());
            }
        }
        return kept;
    }

    private static Content content(List<StoredValues.Entry> entries) {
        return Content.of(entries.stream().map(StoredValues.Entry::value).toList());
    }

    private static List<StoredValues.Entry> entries(LargeValues large) {
        if (large.added().isEmpty() && large.removed().isEmpty()) {
            return ((Stored) large.stored()).entries();
        }
        List<StoredValues.Entry> entries = new ArrayList<>(((Stored) large.stored()).entries());
        entries.removeAll(large.removed());
        large.added().forEach((value, lineage) -> entries.add(new StoredValues.Entry(value, lineage)));
        return entries;
    }

    /**
     * A set as it is kept.
     *
     * @param index filled when it is asked for single values
     */
    private record Stored(
            Content content, List<Lineage> lineage, StoreTally tally, Map<Value, Entry> index) implements StoredValues {

        @Override
        public int count() {
            return content.count();
        }

        private List<Entry> entries() {
            List<Entry> entries = new ArrayList<>(count());
            List<Value> values = content.asList();
            for (int position = 0; position < values.size(); position++) {
                entries.add(new Entry(values.get(position), position < lineage.size() ? lineage.get(position) : null));
            }
            return Collections.unmodifiableList(entries);
        }

        @Override
        public Map<Value, Entry> among(Collection<? extends Value> values) {
            Map<Value, Entry> among = new HashMap<>();
            synchronized (index) {
                if (index.isEmpty()) {
                    entries().forEach(entry -> index.put(entry.value(), entry));
                }
                values.stream().map(index::get).filter(Objects::nonNull)
                        .forEach(entry -> among.put(entry.value(), entry));
            }
            tally.loadedValues(among.size());
            return among;
        }

        @Override
        public List<Entry> all() {
            tally.loadedValues(count());
            return entries();
        }

        @Override
        public Map<Lineage.Origin, Integer> origins() {
            Map<Lineage.Origin, Integer> origins = new HashMap<>();
            lineage.stream().filter(Objects::nonNull).forEach(one -> origins.merge(one.origin(), 1, Integer::sum));
            return origins;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Stored that && content == that.content && lineage == that.lineage;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(content);
        }
    }
}
