package org.syncline.dsl.xml;

import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.Ruleset;

/** What came of reading a configuration folder. */
public sealed interface ReadResult {

    /**
     * The folder is free of problems, if not of warnings.
     *
     * @param content of the files it was read from, by name
     * @param approval whether a person must approve the version that comes after this one
     */
    record Ready(Ruleset ruleset, List<Warning> warnings, Map<String, byte[]> content, boolean approval)
            implements ReadResult {
        public Ready {
            warnings = List.copyOf(warnings);
        }
    }

    /** The folder has problems: all of them, in the order of files and lines; at least one. */
    record Refused(List<Problem> problems) implements ReadResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
