package org.syncline.dsl.xml;

import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a configuration folder into one ruleset, or into all of its problems. Safe for several threads.
 *
 * <p>Making one compiles the schemas, which takes most of a second; keep it.
 */
public final class RulesetReader {
    private final RuleLibrary library;
    private final Programs programs;
    private final Map<String, String> environment;
    private final boolean looksForWarnings;
    private volatile KnownFiles known;

    /** @param environment variables by name; {@code SYNCLINE_PARAMETER_...} override the values of parameters */
    public RulesetReader(Map<String, String> environment) {
        this(new RuleLibrary(), new Programs(), Map.copyOf(environment), true, KnownFiles.none(new XmlReader()));
    }

    private RulesetReader(
            RuleLibrary library, Programs programs, Map<String, String> environment, boolean looksForWarnings,
            KnownFiles known) {
        this.library = library;
        this.programs = programs;
        this.environment = environment;
        this.looksForWarnings = looksForWarnings;
        this.known = known;
    }

    /** For another folder with much the same files: knows them, and what it reads has nothing forgotten here. */
    public RulesetReader aside() {
        return new RulesetReader(library, programs, environment, looksForWarnings, known);
    }

    /** The same for whoever tells nobody of warnings, which takes less time. */
    public RulesetReader withoutWarnings() {
        return new RulesetReader(library, programs, environment, false, known);
    }

    /** Reads the folder as it is now; what did not change since the reading before it takes less time. */
    public ReadResult read(Path folder) {
        KnownFiles files = known.next();
        ReadResult result = reading(files, looksForWarnings).read(folder);
        known = files;
        return result;
    }

    /** Reads what a folder says of its connected systems, whatever its rules say. */
    public ReadResult readConnectors(Path folder) {
        return reading(known.next(), false).readConnectors(folder);
    }

    private FolderReading reading(KnownFiles files, boolean warnings) {
        return new FolderReading(files, library, programs, environment, warnings);
    }
}
