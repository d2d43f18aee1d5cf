package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.operations.Previewing;
import org.syncline.platform.engine.operations.Previewing.ShownPreview;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** What a preview says is what then happens, and a preview itself does nothing. */
class PreviewTest {

    @Provide
    Arbitrary<Story> stories() {
        return Stories.any();
    }

    @Provide
    Arbitrary<Event> changes() {
        return Stories.changesOfOnePerson();
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    void whatIsPreviewedIsWhatTheRunDoes(@ForAll("stories") Story story, @ForAll("changes") Event change) {
        comparePreview(story, change, (landscape, object) -> landscape.run("hr", Kind.DELTA_SYNC));
    }

    @Property(seed = "1", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsPreviewedIsWhatIsCommitted(@ForAll("stories") Story story, @ForAll("changes") Event change) {
        comparePreview(story, change, (landscape, object) -> {
            Previewing previewing = new Previewing(landscape.store(), landscape.rules(), landscape.clock());
            previewing.commit(object, previewing.preview(object).digest(), "somebody");
        });
    }

    private static void comparePreview(Story story, Event change, BiConsumer<Landscape, ConnectorSpaceObject> work) {
        Company company = story.tell();
        Landscape landscape = company.landscape();
        try {
            company.trouble().accept();
            Assume.that(new Calm(landscape).comes());
            change.happenTo(company);
            landscape.run("hr", Kind.FULL_IMPORT);
            List<Long> pending = new ArrayList<>(landscape.store().connectorSpace().pendingImports("hr", false, 0, 10));
            pending.addAll(landscape.store().connectorSpace().pendingImports("hr", true, 0, 10));
            Assume.that(pending.size() == 1);

            Preview preview = Preview.of(
                    pending.getFirst(), landscape.rules(), new ObjectKeys(landscape.rules().ruleset()),
                    landscape.store(),
                    landscape.clock().instant());
            Map<String, String> before = Shown.all(Staged.in(landscape));
            work.accept(landscape, landscape.store().connectorSpace().load(pending).getFirst());
            Map<String, String> after = Shown.all(Staged.in(landscape));

            assertEquals(Shown.changes(preview, before), Shown.difference(before, after),
                    () -> story + "\n  " + change);
        } finally {
            landscape.leave();
        }
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aPreviewWritesNothingAndReservesNoNumbers(@ForAll("stories") Story story) {
        Company company = story.tell();
        Landscape landscape = company.landscape();
        List<String> reserved = new ArrayList<>();
        landscape.storingIn(store -> new ObservedStore(store, (method, arguments) -> {
            if (method.equals("reserveIds") || method.equals("inTransaction")) {
                reserved.add(method);
            }
        }));
        try {
            List<ConnectorSpaceObject> objects = Staged.in(landscape).objects();
            StoreStatistics before = landscape.store().statistics();

            for (ConnectorSpaceObject object : objects) {
                preview(landscape, object).ifPresent(PreviewTest::assertReadable);
            }

            StoreStatistics done = landscape.store().statistics().since(before);
            assertEquals(Map.of(), done.rows(), story::toString);
            assertEquals(0, done.commits());
            assertEquals(List.of(), reserved);
        } finally {
            landscape.leave();
        }
    }

    private static Optional<ShownPreview> preview(Landscape landscape, ConnectorSpaceObject object) {
        return object.anchor() == null
                ? Optional.empty()
                : Optional.of(new Previewing(landscape.store(), landscape.rules(), landscape.clock()).preview(object));
    }

    private static void assertReadable(ShownPreview preview) {
        String text = preview.decisions().stream().map(Object::toString).collect(Collectors.joining())
                + preview.changes() + preview.errors();
        assertTrue(!text.contains("4611686"), text);
    }
}
