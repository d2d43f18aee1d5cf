package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The four views of one stored hologram, through everything that can happen to an object. */
class HologramTest {
    private static final ObjectType GROUP = ObjectType.ofConnectorSpace(
            "group",
            AttributeDefinition.single("title", AttributeType.STRING),
            AttributeDefinition.multi("member", AttributeType.STRING));

    private static Attributes group(String title, String... members) {
        return Attributes.builder(GROUP)
                .set("title", title)
                .set("member", List.of(members).stream().map(TextValue::new).toList())
                .build();
    }

    private static Hologram known(Attributes attributes) {
        return Hologram.unseen(GROUP).stage(attributes).synchronize();
    }

    private static Delta.AttributeChange members(List<String> added, List<String> removed) {
        return new Delta.AttributeChange(
                GROUP.index("member"),
                added.stream().map(TextValue::new).map(Value.class::cast).toList(),
                removed.stream().map(TextValue::new).map(Value.class::cast).toList());
    }

    @Test
    void theSamePageStagedTwiceLosesNothing() {
        Hologram once = known(group("old")).stage(group("new"));

        Hologram twice = once.stage(group("new"));

        assertEquals(once, twice);
        assertEquals(group("new"), twice.imported());
    }

    @Test
    void theSamePageStagedTwiceAfterAnUnconfirmedExportLosesNothing() {
        Hologram exported = known(group("old", "a")).want(group("ours", "a"));
        exported = exported.accept(exported.pendingExport());

        Hologram once = exported.stage(group("ours", "a", "b"));
        Hologram twice = once.stage(group("ours", "a", "b"));

        assertEquals(group("ours", "a"), once.known());
        assertEquals(once, twice);
        assertEquals(Delta.update(List.of(members(List.of("b"), List.of()))), twice.pendingImport());
    }

    @Test
    void oneAttributeOfAViewIsThatOfTheWholeView() {
        Hologram accepted = known(group("old", "a")).want(group("ours", "a", "b"));
        accepted = accepted.accept(accepted.pendingExport());
        Hologram reported = known(group("old", "a")).stage(group("new"));
        Hologram draft = Hologram.unseen(GROUP).want(group("ours"));
        for (Hologram hologram : List.of(accepted, reported, draft, draft.accept(draft.pendingExport()),
                known(group("old")).stage(null), Hologram.unseen(GROUP))) {
            for (int attribute = 0; attribute < GROUP.size(); attribute++) {
                Attributes view = hologram.exported();
                assertEquals(view == null ? null : view.get(attribute), hologram.exported(attribute));
            }
        }
    }

    @Test
    void aHandEditOnTopOfAnUnconfirmedExportIsAChangeOfItsOwn() {
        Hologram exported = known(group("old")).want(group("ours"));
        exported = exported.accept(exported.pendingExport());

        Hologram edited = exported.stage(group("theirs"));

        assertEquals(group("ours"), edited.known());
        assertEquals(group("theirs"), edited.imported());
        assertTrue(edited.unconfirmedExport().isNone());
    }

    @Test
    void anExportThatTheSystemSilentlyDroppedShowsAsAnImportOfTheOldValue() {
        Hologram exported = known(group("old")).want(group("ours"));
        exported = exported.accept(exported.pendingExport());

        Hologram dropped = exported.stage(group("old"));

        assertEquals(Delta.Kind.UPDATE, dropped.pendingImport().kind());
        assertEquals(group("ours"), dropped.synchronize().want(group("ours")).wanted());
        assertEquals(
                Delta.Kind.UPDATE,
                dropped.synchronize().want(group("ours")).pendingExport().kind());
    }

    @Test
    void twoExportsBeforeOneImportAreConfirmedTogether() {
        Hologram hologram = known(group("old", "a")).want(group("ours", "a"));
        hologram = hologram.accept(hologram.pendingExport()).want(group("ours", "a", "b"));
        hologram = hologram.accept(hologram.pendingExport());
        assertEquals(group("ours", "a", "b"), hologram.exported());

        Hologram confirmed = hologram.stage(group("ours", "b", "a"));

        assertTrue(confirmed.pendingImport().isNone());
        assertEquals(group("ours", "a", "b"), confirmed.known());
    }

    @Test
    void aSynchronizationDuringTheSendingIsNotLost() {
        Hologram sending = known(group("old")).want(group("first"));
        Delta sent = sending.pendingExport();

        Hologram accepted = sending.want(group("second")).accept(sent);

        assertEquals(group("first"), accepted.exported());
        assertEquals(group("second"), accepted.wanted());
    }

    @Test
    void aWishThatIsTakenBackBeforeItWasSentLeavesNothingPending() {
        Hologram hologram = known(group("old")).want(group("new")).want(group("old"));

        assertTrue(hologram.pendingExport().isNone());
    }

    @Test
    void anAddThatWasAcceptedIsConfirmedByItsImport() {
        Hologram hologram = Hologram.unseen(GROUP).want(group("new", "a"));
        hologram = hologram.accept(hologram.pendingExport());
        assertNull(hologram.imported());

        Hologram confirmed = hologram.stage(group("new", "a"));

        assertTrue(confirmed.pendingImport().isNone());
        assertEquals(group("new", "a"), confirmed.known());
    }

    @Test
    void aDeletionThatWasAcceptedIsConfirmedByItsAbsence() {
        Hologram hologram = known(group("old")).want(null);
        assertNull(hologram.wanted());
        hologram = hologram.accept(hologram.pendingExport());
        assertNull(hologram.exported());

        Hologram confirmed = hologram.stage(null);

        assertTrue(confirmed.pendingImport().isNone());
        assertNull(confirmed.known());
    }

    @Test
    void aPatchTouchesOnlyTheValuesItMentions() {
        Hologram hologram = known(group("old", "a", "b")).want(group("ours", "a", "b", "c"));
        hologram = hologram.accept(hologram.pendingExport());

        Hologram patched = hologram.patch(List.of(members(List.of("d"), List.of("a"))));

        assertEquals(group("old", "b", "d"), patched.imported());
        assertEquals(group("ours", "b", "c", "d"), patched.exported());
    }

    @Test
    void aPatchThatNamesAnUnconfirmedValueConfirmsIt() {
        Hologram hologram = known(group("old", "a")).want(group("old", "a", "c"));
        hologram = hologram.accept(hologram.pendingExport());

        Hologram patched = hologram.patch(List.of(members(List.of("c"), List.of())));

        assertTrue(patched.unconfirmedExport().isNone());
        assertEquals(group("old", "a", "c"), patched.exported());
    }

    @Test
    void aPatchThatConfirmsAValueBringsNothingToSynchronize() {
        Hologram hologram = known(group("old", "a")).want(group("ours", "a", "c", "d"));
        hologram = hologram.accept(hologram.pendingExport());

        Hologram patched = hologram.patch(List.of(title("ours", "old"), members(List.of("c"), List.of())));

        assertTrue(patched.pendingImport().isNone());
        assertEquals(group("ours", "a", "c"), patched.known());
        assertEquals(Delta.update(List.of(members(List.of("d"), List.of()))), patched.unconfirmedExport());
    }

    @Test
    void aPatchThatTakesBackWhatWasAcceptedIsAChangeAlsoWhereItIsWhatWasKnownBefore() {
        Hologram hologram = known(group("theirs", "a", "b")).want(group("ours", "a", "c"));
        hologram = hologram.accept(hologram.pendingExport());

        Hologram patched = hologram.patch(
                List.of(title("theirs", "ours"), members(List.of("b"), List.of("c"))));

        assertEquals(group("theirs", "a", "b"), patched.imported());
        assertEquals(
                Delta.update(List.of(title("theirs", "ours"), members(List.of("b"), List.of("c")))),
                patched.pendingImport());
        assertTrue(patched.unconfirmedExport().isNone());
    }

    private static Delta.AttributeChange title(String added, String removed) {
        return new Delta.AttributeChange(
                GROUP.index("title"), List.of(new TextValue(added)), List.of(new TextValue(removed)));
    }
}
