package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.page.NewNames;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.ObjectType;

/** Stages the new and changed objects of one page; used once. */
final class PageStaging {
    private final StagingTools tools;
    private final SeenIndex index;
    private final Matching matching;
    private final Counters counters;
    private final List<ObjectError> errors;
    private final Map<Long, ContentHash> claims = new LinkedHashMap<>();
    private final Map<Long, Counter> counted = new LinkedHashMap<>();
    private final Set<Long> settled = new TreeSet<>();
    private final NewNames accepted;
    private Matches matches;
    private NameHolders names;
    private long nextId;

    /** @param index of a full import; null for a delta */
    PageStaging(StagingTools tools, SeenIndex index, Counters counters, List<ObjectError> errors) {
        this.tools = tools;
        this.index = index;
        this.matching = new Matching(tools, index);
        this.accepted = tools.underway().newNames();
        this.counters = counters;
        this.errors = errors;
    }

    /** @param incomplete whether something of the source could not be read */
    Staged stage(List<Report> changed, boolean incomplete) {
        matches = matching.byAnchor(changed);
        List<Report> reports = completed(changed);
        names = matching.byName(reports, matches);
        reserveIds(reports);
        reports.forEach(report -> stage(report, incomplete));
        count();
        names.displace(claims, matches).forEach(this::forgetReport);
        List<ConnectorSpaceChange> changes = changes();
        Set<Long> wake = new TreeSet<>(names.losers());
        wake.addAll(tools.confirmations().concerned(changes));
        wake.addAll(accepted.awake());
        return new Staged(accepted.withReferrers(changes), errors, counters, settled, accepted, wake);
    }

    /** With the whole object in the place of a patch of an object that is not staged, where the system can be asked for it. */
    private List<Report> completed(List<Report> reports) {
        Set<ContentHash> reported = new HashSet<>();
        List<Report> completed = new ArrayList<>(reports.size());
        for (Report report : reports) {
            boolean isUnknownPatch = report.change() instanceof ImportedChange.Patch
                    && !reported.contains(report.anchorKey())
                    && known(report) == null;
            if (!isUnknownPatch) {
                completed.add(report);
            } else if (tools.reads().arePossible()) {
                asked(report).ifPresent(completed::add);
            } else {
                counters.count(
                        Counter.STAGE_FAILURE, tools.connector().name(), 0, report.change().anchor().text());
                errors.add(tools.errors().needsFullObject(report.change()));
            }
            reported.add(report.anchorKey());
        }
        return completed;
    }

    private Optional<Report> asked(Report report) {
        return tools.reads()
                .read(report.change().objectType(), report.change().anchor(), null)
                .map(whole -> Report.of(tools.connector().name(), whole));
    }

    private void reserveIds(List<Report> reports) {
        long missing = reports.stream()
                .filter(report -> report.isWhole() && known(report) == null)
                .map(Report::anchorKey)
                .distinct()
                .count();
        nextId = missing == 0 ? 0 : tools.store().connectorSpace().reserveIds((int) missing);
    }

    /** The staged object with the reported anchor and type, or null. */
    private ConnectorSpaceObject known(Report report) {
        ConnectorSpaceObject found = matches.find(report.anchorKey());
        return found == null || !found.type().name().equals(report.change().objectType()) ? null : found;
    }

    private void stage(Report report, boolean incomplete) {
        ConnectorSpaceObject known = known(report);
        ConnectorSpaceObject formerly = known == null && report.isWhole() ? formerly(report) : null;
        if (formerly != null) {
            put(report, formerly, TypeChanges.retyped(formerly, report.whole().as(type(report)), report.hash()));
        } else if (known == null && report.isWhole()) {
            ConnectorSpaceObject unseen = ConnectorSpaceObject.unseen(
                    nextId++, tools.connector().name(), report.change().anchor(), type(report));
            put(report, unseen, staged(report, unseen, incomplete));
        } else if (known != null && !becameAnother(report, known)) {
            ConnectorSpaceObject anchored = known.with(report.change().anchor());
            put(report, anchored, staged(report, anchored, incomplete));
        }
    }

    private ObjectType type(Report report) {
        return tools.objectType(report.change().objectType()).type();
    }

    private ConnectorSpaceObject staged(Report report, ConnectorSpaceObject current, boolean incomplete) {
        return stagedOf(report, underway(report, current), incomplete);
    }

    /** What was sent without an answer and is reported now is our own doing. */
    private ConnectorSpaceObject underway(Report report, ConnectorSpaceObject current) {
        if (!tools.underway().contains(current.id())) {
            return current;
        }
        return switch (report.change()) {
            case ImportedChange.Patch patch -> current;
            case ImportedChange.Whole whole -> {
                settled.add(current.id());
                yield tools.underway().accepted(current, whole.attributes().as(current.type()), accepted);
            }
            case ImportedChange.Deleted deleted -> {
                settled.add(current.id());
                yield tools.underway().accepted(current, null, accepted);
            }
        };
    }

    private ConnectorSpaceObject stagedOf(Report report, ConnectorSpaceObject current, boolean incomplete) {
        boolean collects = tools.objectType(report.change().objectType()).collectsRows();
        return incomplete && collects
                ? Staging.stageIncomplete(current, report.change())
                : Staging.stage(current, report.change(), report.hash());
    }

    /** The object with the reported anchor that had another type and was reported as deleted; null if there is none. */
    private ConnectorSpaceObject formerly(Report report) {
        return tools.typeChanges().otherKeys(report.change()).stream()
                .map(matches::find)
                .filter(gone -> gone != null
                        && TypeChanges.isGone(gone)
                        && tools.typeChanges().canBecome(gone, report.change().objectType()))
                .findFirst()
                .orElse(null);
    }

    /** Whether what is reported as deleted was reported before as a new object of another type. */
    private boolean becameAnother(Report report, ConnectorSpaceObject known) {
        if (!(report.change() instanceof ImportedChange.Deleted) || known.hologram().known() == null) {
            return false;
        }
        Optional<ConnectorSpaceObject> appeared = tools.typeChanges().otherKeys(report.change()).stream()
                .map(matches::find)
                .filter(object -> object != null
                        && TypeChanges.isNew(object)
                        && tools.typeChanges().canBecome(known, object.type().name()))
                .findFirst();
        appeared.ifPresent(object -> merge(known, object));
        return appeared.isPresent();
    }

    private void merge(ConnectorSpaceObject gone, ConnectorSpaceObject appeared) {
        matches.put(TypeChanges.retyped(gone, appeared.hologram().imported(), appeared.lastReport()));
        matches.remove(appeared.id());
        claims.remove(appeared.id());
        matches.note(
                Keys.anchor(
                        tools.connector().name(), appeared.type().name(), appeared.anchor()),
                gone.id());
        counted.remove(appeared.id());
        counted.put(gone.id(), Counter.STAGE_DELETE_ADD);
    }

    private void put(Report report, ConnectorSpaceObject current, ConnectorSpaceObject staged) {
        ContentHash name = names.names().get(report);
        boolean isGone = report.change() instanceof ImportedChange.Deleted;
        boolean stillDisplaced = current.presence().displaced() && name == null && !isGone;
        ConnectorSpaceObject after = staged.with(staged.presence()
                .withAddAccepted(null)
                .withDisplaced(stillDisplaced));
        matches.note(report.anchorKey(), after.id());
        matches.put(after);
        if (name != null) {
            claims.remove(after.id());
            claims.put(after.id(), name);
        }
        counted.put(after.id(), Staging.counter(current, after));
        noteContradictions(current, after);
        noteName(current, after);
        markSeen(after.id(), report);
    }

    /** A full import reports what stands below and who refers to it anyway. */
    private void noteName(ConnectorSpaceObject current, ConnectorSpaceObject after) {
        if (index == null) {
            accepted.noteReported(current, after);
        }
    }

    private void noteContradictions(ConnectorSpaceObject current, ConnectorSpaceObject after) {
        if (Staging.isUndeleted(current, after)) {
            errors.add(tools.errors().undeleted(after));
        }
        List<Contradiction> contradictions = tools.confirmation().compare(current, after);
        if (!contradictions.isEmpty()) {
            errors.add(tools.errors().contradicted(after, contradictions, tools.connector().holdAfter()));
        }
    }

    /** Each object once, by what all reports of the page made of it: a deletion that was followed by an add is one change. */
    private void count() {
        counted.forEach((id, counter) -> {
            ConnectorSpaceObject staged = matches.object(id);
            if (staged == null) {
                counters.count(counter, matches.stored(id));
            } else {
                counters.count(counter, staged, staged.hologram().pendingImport());
            }
        });
    }

    private void markSeen(long id, Report report) {
        if (index == null) {
            return;
        }
        int slot = index.slot(report.anchorKey());
        if (index.id(slot) != 0) {
            index.markSeen(slot);
        } else {
            index.add(id, report.change().objectType(), report.anchorKey());
        }
    }

    /** In a full import it must be staged again when it is reported under its new name, or its old one. */
    private void forgetReport(ConnectorSpaceObject displaced) {
        if (index != null) {
            index.forgetReport(Keys.anchor(
                    displaced.connector(), displaced.type().name(), displaced.anchor()));
        }
    }

    private List<ConnectorSpaceChange> changes() {
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        matches.staged().forEach((id, object) -> {
            ConnectorSpaceObject before = matches.stored(id);
            ConnectorSpaceObject after = object == null || object.isOver() ? null : object;
            boolean isNoNews = before == null && after == null;
            if (!isNoNews && (after == null || !after.equals(before))) {
                changes.add(tools.keys().change(before, after));
            }
        });
        return changes;
    }
}
