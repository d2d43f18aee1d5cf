package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.platform.engine.port.ExportHistory.Refusal;
import org.syncline.schema.identity.ContentHash;

/** What the memory of unsettled exports promises. */
public interface ExportHistoryContract extends StoreFixture {
    Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private ExportHistory exports() {
        return store().exportHistory();
    }

    private static Refusal refusal(String connector, long object, int attempts, Instant next) {
        return new Refusal(connector, object, new ContentHash(object, -1), "busy", attempts, NOON, next);
    }

    private static Contradiction contradiction(long object, String attribute, int times) {
        return new Contradiction("directory", object, attribute, new ContentHash(1, 2), new ContentHash(-3, 4), times,
                NOON);
    }

    @Test
    default void keepsOneRefusalOfAnObject() {
        exports().keepRefusals(List.of(refusal("directory", 2, 1, NOON), refusal("directory", 1, 1, null),
                refusal("other", 3, 1, NOON)));
        exports().keepRefusals(List.of(refusal("directory", 2, 2, null)));

        assertEquals(List.of(refusal("directory", 1, 1, null), refusal("directory", 2, 2, null)),
                reopened().exportHistory().refusals("directory"));
        exports().forgetRefusals(List.of(2L, 3L, 99L));
        assertEquals(List.of(refusal("directory", 1, 1, null)), exports().refusals("directory"));
        assertEquals(List.of(), exports().refusals("other"));
        exports().keepRefusals(List.of());
        exports().forgetRefusals(List.of());
    }

    @Test
    default void keepsOneContradictionOfAnAttribute() {
        exports().keepContradictions(List.of(contradiction(1, "sn", 1), contradiction(1, "cn", 1),
                contradiction(2, "sn", 1)));
        exports().keepContradictions(List.of(contradiction(1, "sn", 2)));

        assertEquals(List.of(contradiction(1, "cn", 1), contradiction(1, "sn", 2), contradiction(2, "sn", 1)),
                reopened().exportHistory().contradictions("directory"));
        exports().forgetContradictions(List.of(contradiction(1, "sn", 7)));
        assertEquals(List.of(contradiction(1, "cn", 1), contradiction(2, "sn", 1)),
                exports().contradictions("directory"));
        exports().forgetContradictionsOf(List.of(1L, 99L));
        assertEquals(List.of(contradiction(2, "sn", 1)), exports().contradictions("directory"));
        assertEquals(List.of(), exports().contradictions("other"));
    }
}
