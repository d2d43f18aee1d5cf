package org.syncline.dsl.xml;

import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a configuration folder into one ruleset, or into all of its problems. Safe for several threads.
 *
 * <p>Making one compiles the schemas, which takes most of a second; keep it.
 */
public final class RulesetReader {
    private final XmlReader xml = new XmlReader();
    private final RuleLibrary library = new RuleLibrary();
    private final Programs programs = new Programs();
    private final Map<String, String> environment;

    /** @param environment variables by name; {@code SYNCLINE_PARAMETER_...} override the values of parameters */
    public RulesetReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Reads the folder as it is now. */
    public ReadResult read(Path folder) {
        return new FolderReading(xml, library, programs, environment).read(folder);
    }
}
