package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.syncline.platform.store.encoding.LargeSet;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.schema.identity.LargeValues;

/**
 * An object some of whose references stand in rows.
 *
 * @param place its connector; empty for the metaverse
 * @param large its large sets, by attribute number
 */
record RowOwner(String place, long id, Layout layout, Map<Integer, LargeSet> large) {

    /** One attribute of one object. */
    record Attribute(long owner, int number) {}

    static Collection<Long> ids(List<RowOwner> owners) {
        return owners.stream().map(RowOwner::id).toList();
    }

    /** What else may stand in rows of objects that have large sets. */
    static List<Attribute> othersBesideLarge(List<RowOwner> owners) {
        List<Attribute> others = new ArrayList<>();
        for (RowOwner owner : owners) {
            if (!owner.large.isEmpty()) {
                owner.layout.rowNumbers().stream()
                        .filter(number -> !owner.large.containsKey(number))
                        .forEach(number -> others.add(new Attribute(owner.id, number)));
            }
        }
        return others;
    }

    static Parameters put(List<Attribute> attributes, Parameters parameters) throws SQLException {
        return parameters.putAll(attributes.stream().map(Attribute::owner).toList())
                .putAll(attributes.stream().map(attribute -> (long) attribute.number()).toList());
    }

    /**
     * What the attributes of each object hold.
     *
     * @param held what was read of those that are not large
     */
    static <H, C> Map<Long, Map<Integer, C>> contents(
            List<RowOwner> owners, Map<Long, Map<Integer, H>> held, Function<H, C> content,
            LargeRows.Table table, Function<LargeValues, C> large) {
        Map<Long, Map<Integer, C>> contents = new HashMap<>();
        for (RowOwner owner : owners) {
            Map<Integer, C> ofOwner = new HashMap<>();
            held.getOrDefault(owner.id, Map.of()).forEach((number, one) -> ofOwner.put(number, content.apply(one)));
            owner.large.forEach((number, set) -> ofOwner.put(
                    number, large.apply(LargeValues.of(new LargeRows(table, owner.place, owner.id, number, set)))));
            if (!ofOwner.isEmpty()) {
                contents.put(owner.id, ofOwner);
            }
        }
        return contents;
    }
}
