package org.syncline.dsl.extension.drools;

import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Set;

/**
 * What compiled rules can reach, whatever their text says: the value types of the JDK, the facts, the engine that runs them, and what
 * {@code syncline.xml} allows by name.
 */
final class VisibleClasses extends ClassLoader {
    private static final List<String> PACKAGES = List.of(
            "java.lang.", "java.util.", "java.time.", "java.math.", "java.text.", "org.drools.", "org.kie.",
            "org.mvel2.", "org.syncline.dsl.", "org.syncline.schema.");

    private static final List<String> HIDDEN_PACKAGES = List.of(
            "java.lang.reflect.", "java.lang.management.", "java.lang.instrument.", "java.lang.module.",
            "java.lang.foreign.", "java.util.concurrent.", "java.util.jar.", "java.util.zip.", "java.util.logging.",
            "java.util.prefs.", "java.util.spi.");

    private static final Set<String> HIDDEN = Set.of(
            "java.lang.Runtime", "java.lang.System", "java.lang.Process", "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle", "java.lang.Thread", "java.lang.ThreadGroup", "java.lang.ThreadLocal",
            "java.lang.ModuleLayer", "java.util.ServiceLoader", "java.util.Timer", "java.util.TimerTask",
            "java.util.Scanner", "java.util.Formatter", "java.util.ResourceBundle");

    private static final Set<String> SINGLE = Set.of("java.io.Serializable", "java.io.Externalizable",
            "java.io.IOException", "java.io.ObjectInput", "java.io.ObjectOutput");

    static {
        registerAsParallelCapable();
    }

    private final Set<String> allowed;

    VisibleClasses(Set<String> allowed) {
        super("rules", VisibleClasses.class.getClassLoader());
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isVisible(name)) {
            throw new ClassNotFoundException(name + " is out of the reach of rules");
        }
        return super.loadClass(name, resolve);
    }

    /** The compiler reads classes as resources. */
    @Override
    public URL getResource(String name) {
        return isVisibleResource(name) ? super.getResource(name) : null;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return isVisibleResource(name) ? super.getResourceAsStream(name) : null;
    }

    private boolean isVisibleResource(String name) {
        return !name.endsWith(".class")
                || isVisible(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
    }

    private boolean isVisible(String name) {
        String outer = name.indexOf('$') < 0 ? name : name.substring(0, name.indexOf('$'));
        return allowed.contains(outer)
                || SINGLE.contains(outer)
                || !HIDDEN.contains(outer)
                        && HIDDEN_PACKAGES.stream().noneMatch(outer::startsWith)
                        && PACKAGES.stream().anyMatch(outer::startsWith);
    }
}
