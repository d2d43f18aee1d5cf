package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.Watermark;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ContentHash;

/** Matches what a connector reports with what is staged, and stages the difference; one for each import. */
final class Stager {
    private final StagingTools tools;
    private SeenIndex index;
    private Watermark watermark;

    Stager(StagingTools tools) {
        this.tools = tools;
    }

    /** Begins a full import: what is not staged from now on is unseen. */
    void expectAll() {
        index = SeenIndex.of(tools.store().connectorSpace(), tools.scope());
    }

    /** What a full import has seen. */
    SeenIndex index() {
        return index;
    }

    Optional<Watermark> lastWatermark() {
        return Optional.ofNullable(watermark);
    }

    /** Notes that an object exists although it could not be read. */
    void markSeen(String objectType, Anchor anchor) {
        if (index != null && objectType != null && anchor != null) {
            int slot = index.slot(Keys.anchor(tools.connector().name(), objectType, anchor));
            if (index.id(slot) != 0) {
                index.markSeen(slot);
            }
        }
    }

    /** @param incomplete whether something of the source could not be read */
    Staged stage(HashedPage page, boolean incomplete) {
        page.page().watermark().ifPresent(mark -> watermark = mark);
        Counters counters = new Counters();
        List<ObjectError> errors = new ArrayList<>();
        List<Report> changed = index == null ? page.reports() : changed(page.reports(), counters, errors);
        return new PageStaging(tools, index, counters, errors).stage(changed, incomplete);
    }

    /** The reports of new and changed objects; the others are marked as seen. */
    private List<Report> changed(List<Report> reports, Counters counters, List<ObjectError> errors) {
        List<Report> changed = new ArrayList<>();
        Set<ContentHash> inPage = new HashSet<>();
        for (Report report : reports) {
            int slot = index.slot(report.anchorKey());
            long id = index.id(slot);
            if (id != 0 && index.wasSeen(slot) || !inPage.add(report.anchorKey())) {
                errors.add(tools.errors().seenTwice(report.change(), id));
                counters.count(
                        Counter.STAGE_FAILURE, tools.connector().name(), id, report.change().anchor().text());
            } else if (id != 0 && index.isUnchanged(slot, report.hash()) && !tools.underway().contains(id)) {
                index.markSeen(slot);
                counters.count(Counter.STAGE_NO_CHANGE);
            } else {
                changed.add(report);
            }
        }
        return changed;
    }
}
