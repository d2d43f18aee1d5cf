package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;

/** Reading what changed since a watermark. */
interface DeltaImportContract extends InScene {

    @Test
    default void aDeltaImportIsRefusedWhereItIsNotDeclared() {
        scene().needsLackOf(Capability.DELTA_IMPORT);
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, refusal(new Watermark("any")));
    }

    @Test
    default void withoutDeltaImportAFullImportGivesNoWatermark() {
        scene().needsLackOf(Capability.DELTA_IMPORT);
        scene().putPersons("p1");
        assertEquals(Optional.empty(), lastWatermark(scene().pages(ImportRequest.full(10))));
    }

    @Test
    default void aWatermarkThatMakesNoSenseNeedsAFullImport() {
        scene().needs(Capability.DELTA_IMPORT);
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED, refusal(new Watermark("no such watermark")));
    }

    @Test
    default void nothingChangedDeliversNothing() {
        scene().needs(Capability.DELTA_IMPORT);
        scene().putPersons("p1", "p2");
        List<ImportPage> delta = scene().pages(ImportRequest.delta(watermarkOfFullImport(), 10));
        delta.forEach(page -> assertEquals(List.of(), page.changes()));
    }

    @Test
    default void aDeltaImportBringsAnEarlierFullImportUpToDate() {
        scene().needs(Capability.DELTA_IMPORT);
        scene().putPersons("p1", "p2", "p3");
        Map<Anchor, Attributes> state = new HashMap<>();
        Watermark watermark = watermark(apply(state, scene().pages(ImportRequest.full(2))));
        scene().put(scene().person("p1").set(ContractTypes.NAME, "Renamed").build(), scene().person("p4").build());
        scene().system().remove(scene().personType(), "p2");
        apply(state, scene().pages(ImportRequest.delta(watermark, 2)));
        assertEquals(stateNow(), state);
    }

    @Test
    default void theSameDeltaImportTwiceGivesTheSameState() {
        scene().needs(Capability.DELTA_IMPORT);
        scene().putPersons("p1", "p2");
        Map<Anchor, Attributes> state = new HashMap<>();
        Watermark watermark = watermark(apply(state, scene().pages(ImportRequest.full(10))));
        scene().putPersons("p3");
        scene().system().remove(scene().personType(), "p1");
        apply(state, scene().pages(ImportRequest.delta(watermark, 10)));
        apply(state, scene().pages(ImportRequest.delta(watermark, 10)));
        assertEquals(stateNow(), state);
    }

    @Test
    default void everyWatermarkOnTheWayCanBeResumedFrom() {
        scene().needs(Capability.DELTA_IMPORT);
        Watermark start = watermarkOfFullImport();
        scene().putPersons("p1", "p2", "p3");
        Map<Anchor, Attributes> state = new HashMap<>();
        ImportPage first = scene().pages(ImportRequest.delta(start, 1)).getFirst();
        apply(state, List.of(first));
        apply(state, scene().pages(ImportRequest.delta(first.watermark().orElse(start), 1)));
        assertEquals(stateNow(), state);
    }

    private ConnectorException.Code refusal(Watermark watermark) {
        return assertThrows(ConnectorException.class, () -> scene().pages(ImportRequest.delta(watermark, 10))).code();
    }

    private Watermark watermarkOfFullImport() {
        return watermark(scene().pages(ImportRequest.full(10)));
    }

    private static Watermark watermark(List<ImportPage> pages) {
        Optional<Watermark> last = lastWatermark(pages);
        assertTrue(last.isPresent(), "an import that ended well says where a delta import resumes");
        return last.get();
    }

    private static Optional<Watermark> lastWatermark(List<ImportPage> pages) {
        return pages.stream().map(ImportPage::watermark).flatMap(Optional::stream).reduce((earlier, later) -> later);
    }

    private Map<Anchor, Attributes> stateNow() {
        Map<Anchor, Attributes> state = new HashMap<>();
        apply(state, scene().pages(ImportRequest.full(10)));
        return state;
    }

    private static List<ImportPage> apply(Map<Anchor, Attributes> state, List<ImportPage> pages) {
        pages.forEach(page -> page.changes().forEach(change -> apply(state, change)));
        return pages;
    }

    private static void apply(Map<Anchor, Attributes> state, ImportedChange change) {
        switch (change) {
            case ImportedChange.Whole whole -> state.put(whole.anchor(), whole.attributes());
            case ImportedChange.Deleted deleted -> state.remove(deleted.anchor());
            case ImportedChange.Patch patch -> state.computeIfPresent(
                    patch.anchor(), (anchor, before) -> Delta.update(patch.changes()).applyTo(before, before.type()));
        }
    }
}
