package org.syncline.platform.store.encoding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.Lineage;

/**
 * Where values come from: the distinct (contributor, version, time) of an object once, then two small numbers a value, since most
 * values of an object came with the same change.
 */
final class LineageEncoding {
    private LineageEncoding() {}

    private record Stamp(long contributor, long rulesetVersion, Instant changed) {
        static Stamp of(Lineage lineage) {
            return new Stamp(lineage.contributor(), lineage.rulesetVersion(), lineage.changed());
        }
    }

    static void write(List<List<Lineage>> lineage, Layout layout, RuleNumbers rules, ByteWriter to) {
        Map<Stamp, Integer> stamps = new LinkedHashMap<>();
        lineage.forEach(origins -> origins.forEach(origin -> stamps.putIfAbsent(Stamp.of(origin), stamps.size())));
        to.number(stamps.size());
        stamps.keySet().forEach(stamp -> write(stamp, to));
        to.number(lineage.stream().filter(origins -> !origins.isEmpty()).count());
        for (int index = 0; index < lineage.size(); index++) {
            if (!lineage.get(index).isEmpty()) {
                to.number(layout.number(index));
                write(lineage.get(index), stamps, rules, to);
            }
        }
    }

    private static void write(Stamp stamp, ByteWriter to) {
        to.signed(stamp.contributor);
        to.signed(stamp.rulesetVersion);
        to.instant(stamp.changed);
    }

    private static void write(List<Lineage> origins, Map<Stamp, Integer> stamps, RuleNumbers rules, ByteWriter to) {
        to.number(origins.size());
        for (Lineage origin : origins) {
            to.number(stamps.get(Stamp.of(origin)));
            to.number(rules.number(origin.rule()));
        }
    }

    /** Fills the lists of the attributes that the type still has. */
    static void read(List<List<Lineage>> lineage, Layout layout, RuleNumbers rules, ByteReader from) {
        Stamp[] stamps = new Stamp[from.count()];
        for (int index = 0; index < stamps.length; index++) {
            stamps[index] = new Stamp(from.signed(), from.signed(), from.instant());
        }
        for (int count = from.count(); count > 0; count--) {
            int index = layout.index(from.count());
            List<Lineage> origins = origins(stamps, rules, from);
            if (index >= 0) {
                lineage.set(index, origins);
            }
        }
    }

    private static List<Lineage> origins(Stamp[] stamps, RuleNumbers rules, ByteReader from) {
        int count = from.count();
        List<Lineage> origins = new ArrayList<>(count);
        for (int read = 0; read < count; read++) {
            Stamp stamp = stamps[from.count()];
            origins.add(new Lineage(stamp.contributor, rules.rule(from.count()), stamp.rulesetVersion, stamp.changed));
        }
        return List.copyOf(origins);
    }
}
