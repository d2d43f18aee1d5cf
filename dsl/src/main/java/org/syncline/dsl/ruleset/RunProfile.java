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
        private static final String OF = " of ";
        private static final String TO_FILE = " to file";
        private static final String FROM_FILE = " from file";

        public Step(Kind kind, int pageSize) {
            this(kind, pageSize, StepOptions.DEFAULT);
        }

        public static Step of(Kind kind) {
            return new Step(kind, DEFAULT_PAGE_SIZE);
        }

        /** As the history calls it. */
        public String title() {
            AuditFile file = options.auditFile();
            String what = kind.text() + (options.partition() == null ? "" : OF + options.partition());
            return file == null
                    ? what
                    : switch (file.use()) {
                        case DROP_AND_STOP -> what + TO_FILE;
                        case DROP_AND_CONTINUE -> what;
                        case RESUME -> what + FROM_FILE;
                    };
        }

        /** Whether a step that the history calls so was a full import that staged what it read. */
        public static boolean isFullImport(String title) {
            return title.split(" ")[0].equals(Kind.FULL_IMPORT.text()) && !title.endsWith(TO_FILE);
        }

        /** The partition that a step read which the history calls so; null for all. */
        public static String partition(String title) {
            int of = title.indexOf(OF);
            return of < 0 ? null : title.substring(of + OF.length()).split(" ")[0];
        }
    }

    public RunProfile {
        steps = List.copyOf(steps);
    }
}
