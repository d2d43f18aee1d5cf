package org.syncline.platform.engine.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.RulesetVersions.KeptVersion;

/** What the memory of the versions of the rules promises. */
interface RulesetVersionsContract extends StoreFixture {
    Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");
    Instant EVENING = MORNING.plus(Duration.ofHours(12));

    private RulesetVersions versions() {
        return store().rulesetVersions();
    }

    private long version(String hash) {
        return store().runHistory().rulesetVersion(hash, MORNING);
    }

    private static Map<String, byte[]> files(String... namesAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            files.put(namesAndTexts[at], namesAndTexts[at + 1].getBytes(UTF_8));
        }
        return files;
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> texts.put(name, new String(bytes, UTF_8)));
        return texts;
    }

    @Test
    default void keepsTheFilesOfEachVersion() {
        long first = version("first");
        long second = version("second");
        versions().keep(first, files("syncline.xml", "<a/>", "rules/join/größe x.xml", "<b/>"), MORNING);
        versions().keep(second, files("syncline.xml", "<a/>", "copy.xml", "<a/>", "empty.csv", ""), EVENING);
        versions().keep(first, files("syncline.xml", "not again"), EVENING);

        RulesetVersions kept = reopened().rulesetVersions();
        assertEquals(Map.of("syncline.xml", "<a/>", "rules/join/größe x.xml", "<b/>"), texts(kept.files(first)));
        assertEquals(Map.of("syncline.xml", "<a/>", "copy.xml", "<a/>", "empty.csv", ""), texts(kept.files(second)));
        assertEquals(Map.of(), kept.files(99));
        assertEquals(List.of(new KeptVersion(second, "second", EVENING, null, null),
                new KeptVersion(first, "first", MORNING, null, null)), kept.versions());
    }

    @Test
    default void knowsWhoMadeAVersionCurrent() {
        long first = version("first");
        versions().keep(first, files("syncline.xml", "<a/>"), MORNING);
        versions().publish(first, "ann", MORNING);
        versions().publish(first, "bob", EVENING);
        assertEquals(List.of(new KeptVersion(first, "first", MORNING, EVENING, "bob")),
                reopened().rulesetVersions().versions());
        assertThrows(StoreException.class, () -> versions().publish(99, "ann", EVENING));
    }

    @Test
    default void forgetsOldVersionsButNeverTheCurrentOne() {
        long waiting = version("waiting");
        long old = version("old");
        long current = version("current");
        long young = version("young");
        versions().keep(waiting, files("syncline.xml", "<a/>", "x.xml", "<shared/>"), MORNING);
        versions().keep(old, files("syncline.xml", "<b/>"), MORNING);
        versions().keep(current, files("syncline.xml", "<c/>", "x.xml", "<shared/>"), MORNING);
        versions().keep(young, files("syncline.xml", "<b/>"), EVENING);
        versions().publish(old, "ann", MORNING);
        versions().publish(current, "ann", MORNING.plusSeconds(1));

        assertEquals(0, versions().forget(MORNING, 10));
        assertEquals(1, versions().forget(EVENING, 1));
        assertEquals(1, versions().forget(EVENING, 10));
        assertEquals(0, versions().forget(EVENING, 10));
        assertEquals(List.of(young, current), reopened().rulesetVersions().versions().stream()
                .map(KeptVersion::version).toList());
        assertEquals(Map.of("syncline.xml", "<c/>", "x.xml", "<shared/>"), texts(versions().files(current)));
        assertEquals(Map.of("syncline.xml", "<b/>"), texts(versions().files(young)));
    }
}
