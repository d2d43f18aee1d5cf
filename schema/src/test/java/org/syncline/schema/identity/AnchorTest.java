package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorTest {

    @Test
    void partsAreWhatItWasMadeOf() {
        for (List<String> parts : List.of(List.of("7", "4711"), List.of("a|b", "c\\d", "\\|"), List.of("x\\", "|y"))) {
            assertEquals(parts, Anchor.of(parts).parts());
        }
    }

    @Test
    void ofOnePartItIsThatPart() {
        assertEquals("a|b\\c", Anchor.of(List.of("a|b\\c")).text());
    }

    @Test
    void isNeverEmpty() {
        assertThrows(IllegalArgumentException.class, () -> new Anchor(""));
    }
}
