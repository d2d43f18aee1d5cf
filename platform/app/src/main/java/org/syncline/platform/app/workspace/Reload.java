package org.syncline.platform.app.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;
import org.syncline.platform.engine.connection.FullImports.Needed;

/** What became of rules that were saved while a folder is followed. */
public sealed interface Reload {

    /** The version that is current after it, or that waits. */
    long version();

    /** The hash of the content of that version. */
    String hash();

    /**
     * The rules are current now; steps that begin from now on use them.
     *
     * @param files that are new, gone or other than in the version before; none where a refused save was taken back
     * @param fullImports without which delta imports would go on from what selected something else
     * @param renewed the files that had to be parsed or compiled for it
     */
    record Taken(long version, String hash, List<String> files, List<Needed> fullImports, Set<String> renewed)
            implements Reload {
        public Taken {
            files = List.copyOf(files);
            fullImports = List.copyOf(fullImports);
            renewed = Set.copyOf(renewed);
        }
    }

    /**
     * The rules stay as they are until a person approves what was saved.
     *
     * @param version that waits
     * @param hash of the content of that version
     * @param files in which it differs from the version that is current
     * @param fullImports that it will need
     */
    record Waiting(long version, String hash, List<String> files, List<Needed> fullImports) implements Reload {
        public Waiting {
            files = List.copyOf(files);
            fullImports = List.copyOf(fullImports);
        }
    }

    /** The rules stay as they are, for what was saved cannot be used. */
    record Refused(long version, String hash, List<Problem> problems) implements Reload {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** The files in which two versions differ. */
    static List<String> changedFiles(Ruleset before, Ruleset after) {
        Map<String, String> old = before.files();
        Map<String, String> now = after.files();
        TreeSet<String> changed = new TreeSet<>();
        Stream.concat(old.keySet().stream(), now.keySet().stream())
                .filter(file -> !now.getOrDefault(file, "").equals(old.getOrDefault(file, "")))
                .forEach(changed::add);
        return List.copyOf(changed);
    }
}
