package org.syncline.dsl.extension.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.xml.RulesetReader;

/** What Drools costs a process that has no rules for it. */
class DroolsLoadingTest {
    /** Loads everything but the JDK itself, and remembers what of Drools it was asked for. */
    private static final class Recorder extends URLClassLoader {
        private final Set<String> drools = new TreeSet<>();

        Recorder() {
            super(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Recorder::url)
                    .toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.drools.") || name.startsWith("org.kie.") || name.startsWith("org.mvel2.")) {
                drools.add(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void aFolderWithoutSuchFilesLoadsNothingOfDrools() throws Exception {
        Path folder = Path.of(RulesetReader.class.getResource("free-of-lints/syncline.xml").toURI()).getParent();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (Recorder loader = new Recorder()) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> reader = loader.loadClass(RulesetReader.class.getName());
            Object result = reader.getMethod("read", Path.class)
                    .invoke(reader.getConstructor(Map.class).newInstance(Map.of()), folder);
            assertEquals("Ready", result.getClass().getSimpleName());
            assertEquals(Set.of(), loader.drools);
            loader.loadClass(RuleBase.class.getName()).getDeclaredMethods();
            assertTrue(loader.drools.size() > 1, "the recorder sees what is loaded");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
