package org.syncline.dsl.xml;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.Ruleset;

/** What came of reading a configuration folder. */
public sealed interface ReadResult {

    /**
     * The folder is free of problems, if not of warnings.
     *
     * @param warnings none where nobody looked for them
     * @param content of the files it was read from, by name
     * @param approval whether a person must approve the version that comes after this one
     * @param renewed the names of the files that had to be parsed or compiled; the others were known from readings before
     */
    record Ready(
            Ruleset ruleset, List<Warning> warnings, Map<String, byte[]> content, boolean approval,
            Set<String> renewed)
            implements ReadResult {
        public Ready {
            warnings = List.copyOf(warnings);
            renewed = Set.copyOf(renewed);
        }
    }

    /** The folder has problems: all of them, in the order of files and lines; at least one. */
    record Refused(List<Problem> problems) implements ReadResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
