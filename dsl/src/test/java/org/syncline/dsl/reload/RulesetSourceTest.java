package org.syncline.dsl.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.Retention;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.Ruleset;

class RulesetSourceTest {
    private final List<String> released = new ArrayList<>();
    private final Ruleset first = ruleset("first");
    private final RulesetSource source = new RulesetSource(first, 1, rules -> released.add(rules.name()));

    @Test
    void whoPinnedAVersionKeepsItAfterASwap() {
        RulesetSource.Pin pin = source.pin();
        source.swap(ruleset("second"), 2);
        assertSame(first, pin.ruleset());
        assertEquals(1, pin.number());
        assertEquals(2, source.number());
        assertEquals(List.of(), released);
    }

    @Test
    void aVersionIsReleasedWhenItsLastPinGoes() {
        RulesetSource.Pin one = source.pin();
        RulesetSource.Pin other = source.pin();
        source.swap(ruleset("second"), 2);
        one.close();
        assertEquals(List.of(), released);
        other.close();
        assertEquals(List.of("first"), released);
    }

    @Test
    void aVersionThatNobodyPinnedIsReleasedByTheSwap() {
        source.pin().close();
        source.swap(ruleset("second"), 2);
        source.swap(ruleset("third"), 3);
        assertEquals(List.of("first", "second"), released);
    }

    @Test
    void theCurrentVersionIsReleasedWithTheSource() {
        RulesetSource.Pin pin = source.pin();
        source.close();
        assertEquals(List.of(), released);
        pin.close();
        assertEquals(List.of("first"), released);
    }

    private static Ruleset ruleset(String name) {
        return new Ruleset(name, Map.of(), name, ZoneOffset.UTC, Map.of(), Map.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), null, Retention.DEFAULT, RuleExtension.NONE);
    }
}
