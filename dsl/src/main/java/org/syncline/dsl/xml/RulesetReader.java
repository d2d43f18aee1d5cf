package org.syncline.dsl.xml;

import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a configuration folder into one ruleset, or into all of its problems. Safe for several threads.
 *
 * <p>Making one compiles the schemas, which takes most of a second; keep it.
 */
public final class RulesetReader {
    private final RuleLibrary library = new RuleLibrary();
    private final Programs programs = new Programs();
    private final Map<String, String> environment;
    private volatile KnownFiles known = KnownFiles.none(new XmlReader());

    /** @param environment variables by name; {@code SYNCLINE_PARAMETER_...} override the values of parameters */
    public RulesetReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Reads the folder as it is now; what did not change since the reading before it takes less time. */
    public ReadResult read(Path folder) {
        KnownFiles files = known.next();
        ReadResult result = new FolderReading(files, library, programs, environment).read(folder);
        known = files;
        return result;
    }
}
