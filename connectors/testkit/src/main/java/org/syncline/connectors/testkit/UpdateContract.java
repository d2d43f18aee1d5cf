package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.TextValue;

/** Changing objects, value by value. */
interface UpdateContract extends InScene {

    @Test
    default void changesOneValueAndLeavesTheOthers() {
        scene().needs(Capability.EXPORT);
        scene().needsAttribute(ContractTypes.NOTE);
        scene().put(scene().person("p1").set(ContractTypes.NOTE, "kept").build());
        change("p1", scene().person("p1").set(ContractTypes.NOTE, "kept").set(ContractTypes.NAME, "Renamed").build());
    }

    @Test
    default void setsAndClearsAnOptionalValue() {
        scene().needs(Capability.EXPORT);
        scene().needsAttribute(ContractTypes.NOTE);
        scene().putPersons("p1");
        change("p1", scene().person("p1").set(ContractTypes.NOTE, "new").build());
        change("p1", scene().person("p1").set(ContractTypes.NOTE, Absence.NULL).build());
        assertFalse(scene().importedPerson("p1").attributes().get(ContractTypes.NOTE).isPresent());
    }

    @Test
    default void addsRemovesAndReplacesValuesOfAMultiValue() {
        scene().needs(Capability.EXPORT);
        scene().needsAttribute(ContractTypes.TAGS);
        scene().put(tagged("p1", "a", "b"));
        change("p1", tagged("p1", "a", "b", "c"));
        change("p1", tagged("p1", "c"));
        change("p1", tagged("p1", "d", "e"));
        change("p1", tagged("p1"));
    }

    @Test
    default void theSameUpdateTwiceIsAcceptedTwice() {
        scene().needs(Capability.EXPORT);
        scene().needsAttribute(ContractTypes.TAGS);
        scene().put(tagged("p1", "a", "b"));
        ExportOperation.Update update = Scene.update(
                scene().importedPerson("p1"),
                tagged("p1", "b", "c").with(ContractTypes.NAME, new TextValue("Renamed")));
        scene().accepted(update);
        scene().accepted(update);
        SameContent.assertSame(tagged("p1", "b", "c").with(ContractTypes.NAME, new TextValue("Renamed")),
                scene().heldPerson("p1"));
    }

    @Test
    default void valuesSomebodyElseAddedMeanwhileSurviveAValueLevelUpdate() {
        scene().needs(Capability.EXPORT);
        scene().needs(Capability.VALUE_LEVEL_EXPORT);
        scene().needsAttribute(ContractTypes.TAGS);
        scene().put(tagged("p1", "a"));
        ImportedChange.Whole before = scene().importedPerson("p1");
        scene().put(tagged("p1", "a", "theirs"));
        scene().accepted(Scene.update(before, tagged("p1", "a", "ours")));
        SameContent.assertSame(tagged("p1", "a", "theirs", "ours"), scene().heldPerson("p1"));
    }

    @Test
    default void withoutValueLevelExportTheWholeAttributeIsWritten() {
        scene().needs(Capability.EXPORT);
        scene().needsLackOf(Capability.VALUE_LEVEL_EXPORT);
        scene().needsAttribute(ContractTypes.TAGS);
        scene().put(tagged("p1", "a"));
        ImportedChange.Whole before = scene().importedPerson("p1");
        scene().put(tagged("p1", "a", "theirs"));
        scene().accepted(Scene.update(before, tagged("p1", "a", "ours")));
        SameContent.assertSame(tagged("p1", "a", "ours"), scene().heldPerson("p1"));
    }

    private void change(String key, Attributes wanted) {
        scene().accepted(Scene.update(scene().importedPerson(key), wanted));
        SameContent.assertSame(wanted, scene().heldPerson(key));
        SameContent.assertSame(wanted, scene().importedPerson(key).attributes());
    }

    private Attributes tagged(String key, String... tags) {
        List<TextValue> values = Stream.of(tags).map(TextValue::new).toList();
        return scene().person(key).set(ContractTypes.TAGS, values).build();
    }
}
