package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;

/** Typed values and strange texts, read and, where the system is written to, written and read back. */
interface ValuesContract extends InScene {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    default void wholeNumbers(long number) {
        roundTrips(ContractTypes.COUNT, new IntegerValue(number));
    }

    @Test
    default void trueAndFalse() {
        roundTrips(ContractTypes.FLAG, BooleanValue.TRUE);
        roundTrips(ContractTypes.FLAG, BooleanValue.FALSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2006-01-28T00:00:00Z", "1969-12-31T00:00:00Z", "2024-02-29T00:00:00Z",
                    "2099-12-31T00:00:00Z"})
    default void dates(Instant instant) {
        roundTrips(ContractTypes.SINCE, new DateValue(instant));
    }

    @Test
    default void everyByte() {
        byte[] bytes = new byte[256];
        for (int value = 0; value < bytes.length; value++) {
            bytes[value] = (byte) value;
        }
        roundTrips(ContractTypes.PHOTO, new BinaryValue(bytes));
    }

    @Test
    default void severalValues() {
        roundTrips(ContractTypes.TAGS,
                Content.of(List.of(new TextValue("one"), new TextValue("two words"), new TextValue("Zoë"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "Zoë Ångström-Łukasz", "李小龍", "😀", "a,b", "a+b", "a;b|c", "say \"hello\"", "\"quoted\"", "it's",
                    " leading space",
                    "trailing space ", "two  spaces", "#hash", "back\\slash", "x=y<z>", "tab\there", "line\nbreak",
                    "line\r\nbreak",
                    "NULL", "0", "true", "=1+1", "(*)", "%20&amp;"
            })
    default void strangeTexts(String text) {
        roundTrips(ContractTypes.NOTE, new TextValue(text));
    }

    @Test
    default void aLongText() {
        roundTrips(ContractTypes.NOTE, new TextValue("long text, ".repeat(5_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Zoë", "李小龍", "a,b", "a+b", "say \"hello\"", " space", "#hash", "back\\slash", "x=y",
                    "<a;b>"})
    default void strangeKeysAndNames(String key) {
        Attributes person = scene().person(key).build();
        Attributes group = scene().group("g1", key);
        scene().put(person, group);
        SameContent.assertSame(person, scene().importedPerson(key).attributes());
        SameContent.assertSame(group, scene().imported(scene().groupType()).get("g1").attributes());
        if (scene().can(Capability.EXPORT)) {
            scene().accepted(Scene.delete(scene().importedPerson(key)));
            scene().accepted(Scene.add(person.toBuilder()));
            SameContent.assertSame(person, scene().heldPerson(key));
        }
    }

    /** A system may hold an empty text, take it as nothing, or refuse it; it never turns it into something else. */
    @Test
    default void anEmptyTextIsItselfOrNothingOrRefused() {
        scene().needs(Capability.EXPORT);
        scene().needsAttribute(ContractTypes.NOTE);
        ExportResult result = scene().export(Scene.add(scene().person("p1").set(ContractTypes.NOTE, ""))).getFirst();
        if (result instanceof ExportResult.Accepted) {
            String note = scene().importedPerson("p1").attributes().text(ContractTypes.NOTE);
            assertEquals("", Optional.ofNullable(note).orElse(""));
        } else {
            assertEquals(Optional.empty(), scene().held(scene().personType(), "p1"));
        }
    }

    private void roundTrips(String attribute, Content content) {
        scene().needsAttribute(attribute);
        Attributes theirs = scene().person("theirs").set(attribute, content).build();
        scene().put(theirs);
        SameContent.assertSame(theirs, scene().importedPerson("theirs").attributes());
        if (scene().can(Capability.EXPORT)) {
            exports(attribute, content);
        }
    }

    private void exports(String attribute, Content content) {
        Attributes added = scene().person("added").set(attribute, content).build();
        scene().putPersons("changed");
        Attributes changed = scene().person("changed").set(attribute, content).build();
        scene().accepted(Scene.add(added.toBuilder()));
        scene().accepted(Scene.update(scene().importedPerson("changed"), changed));
        SameContent.assertSame(added, scene().heldPerson("added"));
        SameContent.assertSame(changed, scene().heldPerson("changed"));
        SameContent.assertSame(added, scene().importedPerson("added").attributes());
        removeAgain();
    }

    private void removeAgain() {
        scene().system().remove(scene().personType(), "added");
        scene().system().remove(scene().personType(), "changed");
    }
}
