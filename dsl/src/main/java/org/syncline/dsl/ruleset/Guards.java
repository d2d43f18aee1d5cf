package org.syncline.dsl.ruleset;

import java.util.Map;

/**
 * What holds a connector before something unusual is believed (import) or done (export).
 *
 * @param exports of every object type that has none of its own
 * @param exportsOf by object type, in place of the general one
 */
public record Guards(ImportGuard importGuard, ChangeGuard exports, Map<String, ChangeGuard> exportsOf) {

    /** Of a connector that says nothing. */
    public static final Guards DEFAULT = new Guards(new ImportGuard(0.90, 5), ChangeGuard.EXPORTS);

    public Guards {
        exportsOf = Map.copyOf(exportsOf);
    }

    public Guards(ImportGuard importGuard, ChangeGuard exports) {
        this(importGuard, exports, Map.of());
    }

    /** The guard of the exports of one object type. */
    public ChangeGuard exportsOf(String objectType) {
        return exportsOf.getOrDefault(objectType, exports);
    }

    /**
     * The read guard: a full import that sees fewer objects of a type holds its connector.
     *
     * @param minimumShare of the staged objects that must be seen, 0 to 1
     * @param floor as long as no more than this many objects are missing, the share does not apply
     */
    public record ImportGuard(double minimumShare, int floor) {}
}
