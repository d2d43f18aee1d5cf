package org.syncline.dsl.ruleset;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What holds a connector before something unusual is believed (import) or done (export).
 *
 * @param importGuard of every object type that has none of its own
 * @param importsOf by object type, in place of the general one
 * @param importChanges of every object type that has none of its own
 * @param importChangesOf by object type, in place of the general one
 * @param exports of every object type that has none of its own
 * @param exportsOf by object type, in place of the general one
 */
public record Guards(
        ImportGuard importGuard,
        Map<String, ImportGuard> importsOf,
        ChangeGuard importChanges,
        Map<String, ChangeGuard> importChangesOf,
        ChangeGuard exports,
        Map<String, ChangeGuard> exportsOf) {

    /** Of a connector that says nothing. */
    public static final Guards DEFAULT = new Guards(new ImportGuard(0.90, 5), ChangeGuard.EXPORTS);

    public Guards {
        importsOf = Map.copyOf(importsOf);
        importChangesOf = Map.copyOf(importChangesOf);
        exportsOf = Map.copyOf(exportsOf);
    }

    public Guards(ImportGuard importGuard, ChangeGuard exports) {
        this(importGuard, exports, Map.of());
    }

    public Guards(ImportGuard importGuard, ChangeGuard exports, Map<String, ChangeGuard> exportsOf) {
        this(importGuard, Map.of(), ChangeGuard.NONE, Map.of(), exports, exportsOf);
    }

    /** The read guard of one object type. */
    public ImportGuard importsOf(String objectType) {
        return importsOf.getOrDefault(objectType, importGuard);
    }

    /** The guard of what an import may change of one object type. */
    public ChangeGuard importChangesOf(String objectType) {
        return importChangesOf.getOrDefault(objectType, importChanges);
    }

    /** Whether anything limits what an import may change. */
    public boolean limitImportChanges() {
        return !importChanges.isNone() || importChangesOf.values().stream().anyMatch(guard -> !guard.isNone());
    }

    /** The guard of the exports of one object type. */
    public ChangeGuard exportsOf(String objectType) {
        return exportsOf.getOrDefault(objectType, exports);
    }

    /** How far back the guards of exports look; zero if none does. */
    Duration exportWindow() {
        return window(exports, exportsOf);
    }

    /** How far back the guards of what an import changes look; zero if none does. */
    Duration importWindow() {
        return window(importChanges, importChangesOf);
    }

    private static Duration window(ChangeGuard general, Map<String, ChangeGuard> ofTypes) {
        return Stream.concat(Stream.of(general), ofTypes.values().stream())
                .map(ChangeGuard::window)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /**
     * The read guard: a full import that sees fewer objects of a type holds its connector.
     *
     * @param minimumShare of the staged objects that must be seen, 0 to 1
     * @param floor as long as no more than this many objects are missing, the share does not apply
     * @param holdsOnErrors whether a single row or object that could not be read holds the connector too
     */
    public record ImportGuard(double minimumShare, int floor, boolean holdsOnErrors) {
        public ImportGuard(double minimumShare, int floor) {
            this(minimumShare, floor, false);
        }
    }
}
