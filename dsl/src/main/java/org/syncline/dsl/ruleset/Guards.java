package org.syncline.dsl.ruleset;

import java.time.Duration;

/** What holds a connector before something unusual is believed (import) or done (export). */
public record Guards(ImportGuard importGuard, ExportGuard exportGuard) {

    /** Of a connector that says nothing. */
    public static final Guards DEFAULT = new Guards(new ImportGuard(0.90, 5), ExportGuard.DEFAULT);

    /**
     * The read guard: a full import that sees fewer objects of a type holds its connector.
     *
     * @param minimumShare of the staged objects that must be seen, 0 to 1
     * @param floor as long as no more than this many objects are missing, the share does not apply
     */
    public record ImportGuard(double minimumShare, int floor) {}

    /**
     * Limits of what one run may write; an absolute limit of {@link #UNLIMITED} and a share of 1 never hold.
     *
     * @param clearedValuesShare of the objects linked, per attribute, that may lose their last value
     * @param floor below this many affected objects shares do not apply
     * @param window sums what was sent within it with what is pending; zero for the run alone
     * @param holdAll whether a breach holds every export of the connector, not only those of its kind
     */
    public record ExportGuard(
            int adds,
            int updates,
            int deletes,
            int disables,
            double addsShare,
            double updatesShare,
            double deletesShare,
            double disablesShare,
            double clearedValuesShare,
            int floor,
            Duration window,
            boolean holdAll) {

        public static final int UNLIMITED = Integer.MAX_VALUE;

        public static final ExportGuard DEFAULT = new ExportGuard(
                UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, 1, 1, 0.10, 1, 1, 20, Duration.ZERO, true);
    }
}
