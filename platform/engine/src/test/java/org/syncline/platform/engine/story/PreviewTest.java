package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
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
        Company company = story.tell();
        House house = company.house();
        try {
            Assume.that(new Calm(house).comes());
            change.happenTo(company);
            house.run("hr", Kind.FULL_IMPORT);
            List<Long> pending = new ArrayList<>(house.store().connectorSpace().pendingImports("hr", false, 0, 10));
            pending.addAll(house.store().connectorSpace().pendingImports("hr", true, 0, 10));
            Assume.that(pending.size() == 1);

            Preview preview = Preview.of(
                    pending.getFirst(), house.rules(), new ObjectKeys(house.rules().ruleset()), house.store(),
                    house.clock().instant());
            Map<String, String> before = Shown.all(Staged.in(house));
            house.run("hr", Kind.DELTA_SYNC);
            Map<String, String> after = Shown.all(Staged.in(house));

            assertEquals(Shown.changes(preview, before), ofThese(Shown.difference(before, after), preview),
                    () -> story + "\n  " + change);
        } finally {
            house.leave();
        }
    }

    /** Without what the run did later for those who depend on what changed. */
    private static Map<String, String> ofThese(Map<String, String> changes, Preview preview) {
        Map<String, String> ours = new TreeMap<>(changes);
        ours.keySet().retainAll(Shown.names(preview));
        return ours;
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aPreviewWritesNothingAndReservesNoNumbers(@ForAll("stories") Story story) {
        Company company = story.tell();
        House house = company.house();
        List<String> reserved = new ArrayList<>();
        house.storingIn(store -> new ObservedStore(store, (method, arguments) -> {
            if (method.equals("reserveIds") || method.equals("inTransaction")) {
                reserved.add(method);
            }
        }));
        try {
            List<ConnectorSpaceObject> objects = Staged.in(house).objects();
            StoreStatistics before = house.store().statistics();

            for (ConnectorSpaceObject object : objects) {
                preview(house, object).ifPresent(PreviewTest::assertReadable);
            }

            StoreStatistics done = house.store().statistics().since(before);
            assertEquals(Map.of(), done.rows(), story::toString);
            assertEquals(0, done.commits());
            assertEquals(List.of(), reserved);
        } finally {
            house.leave();
        }
    }

    private static Optional<ShownPreview> preview(House house, ConnectorSpaceObject object) {
        return object.anchor() == null
                ? Optional.empty()
                : new Previewing(house.store(), house.rules(), house.clock())
                        .preview(
                                house.rules().ruleset().connectors().get(object.connector()),
                                object.anchor().text());
    }

    private static void assertReadable(ShownPreview preview) {
        String text = preview.decisions().stream().map(Object::toString).collect(Collectors.joining())
                + preview.changes() + preview.errors();
        assertTrue(!text.contains("4611686"), text);
    }
}
