package org.syncline.dsl.ruleset;

import java.util.List;

/** Named steps of one connector. */
public record RunProfile(String name, List<Step> steps, RuleLocation location) {

    /** What a step does. */
    public enum Kind {
        FULL_IMPORT("full-import"),
        DELTA_IMPORT("delta-import"),
        FULL_SYNC("full-sync"),
        DELTA_SYNC("delta-sync"),
        EXPORT("export");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As it is written in files and shown. */
        public String text() {
            return text;
        }
    }

    /**
     * One step.
     *
     * @param pageSize objects per page, at least 1
     */
    public record Step(Kind kind, int pageSize, StepOptions options) {
        public static final int DEFAULT_PAGE_SIZE = 500;

        public Step(Kind kind, int pageSize) {
            this(kind, pageSize, StepOptions.DEFAULT);
        }

        public static Step of(Kind kind) {
            return new Step(kind, DEFAULT_PAGE_SIZE);
        }
    }

    public RunProfile {
        steps = List.copyOf(steps);
    }
}
