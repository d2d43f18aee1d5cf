package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.DistinguishedName;

/**
 * Finds the staged objects that the reports of a page are about: by anchor; those that have no anchor yet by secondary key, then by DN.
 * Finds as well who else has the reported names.
 */
final class Matching {
    private final StagingTools tools;
    private final String connector;
    private final SeenIndex index;

    /** @param index of a full import; null for a delta */
    Matching(StagingTools tools, SeenIndex index) {
        this.tools = tools;
        this.connector = tools.connector().name();
        this.index = index;
    }

    /** Loads the objects that have the reported anchors. */
    Matches byAnchor(List<Report> reports) {
        Matches matches = new Matches(tools.store().connectorSpace());
        Set<ContentHash> wanted = new HashSet<>();
        Map<ContentHash, Long> found = new HashMap<>();
        for (Report report : reports) {
            long id = index == null ? 0 : index.id(index.slot(report.anchorKey()));
            if (id != 0) {
                found.put(report.anchorKey(), id);
            } else if (index == null) {
                wanted.add(report.anchorKey());
                wanted.addAll(tools.typeChanges().otherKeys(report.change()));
            }
        }
        if (!wanted.isEmpty()) {
            tools.store().connectorSpace().find(wanted).forEach((key, ids) -> found.put(key, ids.getFirst()));
        }
        matches.load(found.values());
        found.forEach(matches::note);
        return matches;
    }

    /** Looks at who has the names and secondary keys that are new, and recognizes those that had no anchor. */
    NameHolders byName(List<Report> reports, Matches matches) {
        Map<Report, ContentHash> names = new HashMap<>();
        Map<Report, ContentHash> secondaries = new HashMap<>();
        for (Report report : reports) {
            ConnectorSpaceObject known = matches.find(report.anchorKey());
            String dn = report.dn();
            if (dn != null && (known == null || !hasName(known, dn))) {
                names.put(report, Keys.dn(connector, dn));
            }
            if (report.isWhole() && known == null) {
                tools.keys().secondary(connector, report.whole()).ifPresent(key -> secondaries.put(report, key));
            }
        }
        Map<ContentHash, List<Long>> found = find(names, secondaries);
        found.values().forEach(matches::load);
        Set<Long> taken = new HashSet<>();
        for (Report report : reports) {
            if (report.isWhole() && matches.find(report.anchorKey()) == null) {
                recognize(report, candidates(report, found, secondaries, names), matches, taken);
            }
        }
        return new NameHolders(connector, names, found, taken);
    }

    private Map<ContentHash, List<Long>> find(Map<Report, ContentHash> names, Map<Report, ContentHash> secondaries) {
        Set<ContentHash> wanted = new HashSet<>(names.values());
        wanted.addAll(secondaries.values());
        return wanted.isEmpty() ? Map.of() : tools.store().connectorSpace().find(wanted);
    }

    /** A displaced object that is reported under its old name takes it back. */
    private static boolean hasName(ConnectorSpaceObject known, String dn) {
        Attributes imported = known.hologram().imported();
        return imported != null
                && imported.dn() != null
                && !known.presence().displaced()
                && DistinguishedName.normalize(imported.dn()).equals(DistinguishedName.normalize(dn));
    }

    private static List<Long> candidates(
            Report report, Map<ContentHash, List<Long>> found, Map<Report, ContentHash> secondaries,
            Map<Report, ContentHash> names) {
        List<Long> candidates = new ArrayList<>();
        Stream.of(secondaries.get(report), names.get(report))
                .filter(key -> key != null && found.containsKey(key))
                .forEach(key -> candidates.addAll(found.get(key)));
        return candidates;
    }

    private void recognize(Report report, List<Long> candidates, Matches matches, Set<Long> taken) {
        List<ConnectorSpaceObject> unanchored = candidates.stream()
                .map(matches::object)
                .filter(candidate -> Objects.nonNull(candidate) && candidate.anchor() == null)
                .toList();
        Optional<ConnectorSpaceObject> recognized = unanchored.stream()
                .filter(object -> tools.newcomers().isReported(object, report.whole()))
                .findFirst();
        Optional<ConnectorSpaceObject> known = recognized.isPresent()
                ? recognized
                : tools.newcomers().sentAs(report.whole());
        if (known.isPresent()) {
            matches.load(List.of(known.get().id()));
            matches.note(report.anchorKey(), known.get().id());
            tools.newcomers().noteRecognized(known.get().id());
        } else {
            unanchored.stream()
                    .filter(tools.newcomers()::isTaken)
                    .forEach(object -> taken.add(object.link().identity()));
        }
    }
}
