package org.syncline.dsl.xml;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the files of one reading of a folder, and knows those of the reading before: a file that is as it was, and whose form was free
 * of problems, is neither parsed nor checked against its schema again. What it means is decided anew, for that depends on other files.
 */
final class KnownFiles {
    private final XmlReader xml;
    private final Map<Key, Object> before;
    private final Map<Key, Object> seen = new HashMap<>();
    private final Set<String> parsed = new TreeSet<>();

    private record Key(String name, String text) {}

    private KnownFiles(XmlReader xml, Map<Key, Object> before) {
        this.xml = xml;
        this.before = before;
    }

    /** Knows nothing yet. */
    static KnownFiles none(XmlReader xml) {
        return new KnownFiles(xml, Map.of());
    }

    /** For the next reading. */
    KnownFiles next() {
        return new KnownFiles(xml, seen);
    }

    /** The names of the files that were not known. */
    Set<String> parsed() {
        return parsed;
    }

    /** As {@link XmlReader#read}. */
    Object read(SourceFile file, Collection<String> roots) {
        Key key = new Key(file.name(), file.text().text());
        Object root = before.get(key);
        boolean clean = root != null;
        if (!clean) {
            parsed.add(file.name());
            int problems = file.problems();
            root = xml.read(file, roots);
            clean = root != null && file.problems() == problems;
        }
        if (clean) {
            seen.put(key, root);
        }
        return root;
    }
}
