package org.syncline.dsl.extension.groovy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.dsl.extension.groovy.ScriptDesk.ann;
import static org.syncline.dsl.extension.groovy.ScriptDesk.told;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RuleExtension;

/** The classes of a version go with it. */
class GroovyReloadTest {
    private static final int RELOADS = 500;

    private static String script(int version) {
        return """
                String greeting(String name) { "Hello ${name}, version %d" }
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    contribute 'status', greeting(source.Name), 1
                    contribute 'skills', source.Skills.collect { it.toUpperCase() }.sort { it.length() }, 1
                }
                """.formatted(version);
    }

    @Test
    void fiveHundredReloadsLeaveNoClassBehind() throws Exception {
        ScriptDesk desk = new ScriptDesk();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long warm = 0;
        for (int version = 0; version < RELOADS; version++) {
            desk.with("a.groovy", script(version));
            try (RuleExtension rules = desk.rules()) {
                assertTrue(
                        told(rules.importFlows(List.of(ann())).getFirst()).getFirst().contains("version " + version));
                loaders.add(new WeakReference<>(((GroovyExtension) rules).scripts().getFirst().loader()));
            }
            if (version == RELOADS / 5) {
                collect(loaders);
                warm = classes();
            }
        }
        desk.with("a.groovy", script(RELOADS)).rules().close();
        collect(loaders);

        long left = loaders.stream().filter(loader -> loader.get() != null).count();
        assertTrue(left <= 1, left + " class loaders of " + RELOADS + " are left");
        assertTrue(classes() <= warm + 20, "from " + warm + " to " + classes() + " classes");
    }

    private static long classes() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static void collect(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        for (int round = 0; round < 50
                && loaders.stream().filter(loader -> loader.get() != null).count() > 1; round++) {
            System.gc();
            Thread.sleep(20);
        }
    }

    @Test
    void whatAnotherVersionStillHasStays() {
        ScriptDesk desk = new ScriptDesk().with("a.groovy", script(1));
        RuleExtension one = desk.rules();
        RuleExtension same = desk.rules();
        one.close();
        one.close();

        assertEquals(1, same.importFlows(List.of(ann())).size());
        assertTrue(told(same.importFlows(List.of(ann())).getFirst()).getFirst().contains("version 1"));
        same.close();

        assertTrue(told(desk.rules().importFlows(List.of(ann())).getFirst()).getFirst().contains("version 1"));
    }
}
