package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.operations.Retrying;
import org.syncline.platform.engine.operations.Reviewing;
import org.syncline.platform.engine.operations.ShownExport;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.TextValue;

/** Semantics 4.4: accepted values wait unconfirmed; the next import that names them confirms, or contradicts. */
class Semantics4ConfirmationTest {
    private static final UnaryOperator<Attributes> SHOUTING =
            object -> object.with("sn", new TextValue(object.text("sn").toUpperCase(Locale.ROOT)));
    private final House house = new House();

    @BeforeEach
    void employ() {
        house.employ("1", "Ann", "Smith", null);
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    /** One round: everything is sent, read back and looked at again. */
    private long round() {
        house.directory().resetCounts();
        house.run("directory", Kind.EXPORT);
        long sent = house.directory().counts().operations();
        house.run("directory", Kind.FULL_IMPORT);
        house.run("directory", Kind.DELTA_SYNC);
        return sent;
    }

    private void begin() {
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    private void synchronize() {
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    private List<Contradiction> contradictions() {
        return house.store().exportHistory().contradictions("directory");
    }

    private List<Long> rounds(int count) {
        List<Long> sent = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            sent.add(round());
        }
        return sent;
    }

    private ObjectError error() {
        return house.store().runHistory().errors("directory").getFirst();
    }

    @Test
    @DisplayName("4.4 a confirmed value is not mentioned")
    void aConfirmedValueIsNotMentioned() {
        begin();
        assertEquals(List.of(1L, 0L), rounds(2));
        assertEquals(List.of(), contradictions());
    }

    @Test
    @DisplayName("4.4 contradictions are counted per account and attribute; after three the value is held and skipped")
    void afterThreeContradictionsTheValueIsHeld() {
        house.directory().faults().rewriteAll(SHOUTING);
        begin();

        assertEquals(1, round());
        house.wait(Duration.ofHours(1));
        Contradiction once = contradictions().getFirst();
        assertEquals("sn", once.attribute());
        assertEquals(1, once.times());
        assertEquals("exported-change-not-reimported", error().code());

        assertEquals(List.of(1L, 1L, 0L, 0L), rounds(4));
        assertEquals(3, contradictions().getFirst().times());
        assertEquals(once.firstSeen(), contradictions().getFirst().firstSeen());
        assertTrue(error().message().contains("It did so 3 times since 2026-01-01T00:00:00Z: sn is held"),
                error().message());
        List<ShownExport> shown = new ArrayList<>();
        new Reviewing(house.store(), house.clock()).pending(
                house.rules().ruleset().connectors().get("directory"), shown::add);
        assertEquals("sn is held, reported otherwise 3 times since 2026-01-01T00:00:00Z", shown.getFirst().state());
    }

    private void hold() {
        house.directory().faults().rewriteAll(SHOUTING);
        begin();
        assertEquals(List.of(1L, 1L, 1L, 0L), rounds(4));
    }

    @Test
    @DisplayName("4.4 held until the wanted value changes")
    void heldUntilTheWantedValueChanges() {
        hold();
        house.employ("1", "Ann", "Jones", null);
        synchronize();
        assertEquals(1, round());
    }

    @Test
    @DisplayName("4.4 held until the imported value changes")
    void heldUntilTheImportedValueChanges() {
        hold();
        MemoryObject account = house.directory().objects("account").getFirst();
        house.directory().put(account.anchor(), account.attributes().with("sn", new TextValue("SMYTHE")));
        house.run("directory", Kind.DELTA_IMPORT);
        house.run("directory", Kind.DELTA_SYNC);
        assertEquals(1, round());
    }

    @Test
    @DisplayName("4.4 held until a person asks for it")
    void heldUntilAPersonAsks() {
        hold();
        house.directory().faults().mend();
        assertEquals(1, new Retrying(house.store()).retry("directory", null));
        assertEquals(List.of(1L, 0L), rounds(2));
        assertEquals(List.of(), contradictions());
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
    }

    @Test
    @DisplayName("4.4 only the held value is skipped, the others of its object go on")
    void onlyTheHeldValueIsSkipped() {
        hold();
        house.employ("1", "Eve", "Smith", null);
        synchronize();

        assertEquals(1, round());

        Attributes account = house.directory().objects("account").getFirst().attributes();
        assertEquals("Eve", account.text("givenName"));
        assertEquals("SMITH", account.text("sn"));
        assertEquals(0, round());
        assertTrue(error().message().contains("sn is held"), error().message());
    }

    @Test
    @DisplayName("4.4 compare=\"ignore-case\": other capitals are no contradiction")
    void otherCapitalsAreNoContradiction() {
        house.comparing("sn", Compare.IGNORE_CASE);
        house.directory().faults().rewriteAll(SHOUTING);
        begin();
        assertEquals(List.of(1L, 0L), rounds(2));
        assertEquals(List.of(), contradictions());
    }

    @Test
    @DisplayName("4.4 compare=\"trim\": spaces at the ends are no contradiction")
    void spacesAreNoContradiction() {
        house.comparing("sn", Compare.TRIM);
        house.directory().faults().rewriteAll(
                object -> object.with("sn", new TextValue(" " + object.text("sn").strip() + " ")));
        begin();
        assertEquals(List.of(1L, 0L), rounds(2));
        assertEquals(List.of(), contradictions());
    }

    @Test
    @DisplayName("4.4 compare=\"never\": what the system never shows is no contradiction, and written when our value changes")
    void whatTheSystemNeverShowsIsWrittenWhenOurValueChanges() {
        house.comparing("sn", Compare.NEVER);
        house.directory().faults().rewriteAll(object -> object.with("sn", new TextValue("hidden")));
        begin();
        assertEquals(List.of(1L, 0L), rounds(2));
        assertEquals(List.of(), contradictions());

        house.employ("1", "Ann", "Jones", null);
        synchronize();
        synchronize();
        assertEquals(List.of(1L, 0L), rounds(2));
        assertEquals(List.of(), contradictions());
    }
}
