package org.syncline.dsl.extension.drools;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RuleExtension;

/** What a process keeps of rules that were replaced: nothing. */
class DroolsReloadIT {
    /** What the JVM learns of the code that runs lies beside the classes, until everything has run often enough. */
    private static final int VERSIONS_BEFORE_MEASURING = 100;

    private static RuleExtension version(RuleDesk desk, int number) {
        RuleExtension rules = desk.with("x.drl", "rule one when $flow : ImportFlow( source[\"Name\"] != \"" + number
                + "\" ) then $flow.contribute(\"status\", \"" + number + "\", 1); end").rules();
        for (int page = 0; page < 3; page++) {
            rules.importFlows(Collections.nCopies(30, RuleDesk.employee("Ada", "x")));
        }
        return rules;
    }

    @Test
    void twoHundredVersionsLeaveNothingBehind() throws Exception {
        RuleDesk desk = new RuleDesk();
        List<WeakReference<RuleExtension>> versions = new ArrayList<>();
        for (int number = 0; number < VERSIONS_BEFORE_MEASURING; number++) {
            version(desk, number);
        }
        long before = metaspace();
        long classes = classes();
        for (int number = 0; number < 200; number++) {
            versions.add(new WeakReference<>(version(desk, VERSIONS_BEFORE_MEASURING + number)));
        }
        long after = metaspace();
        long alive = versions.stream().filter(version -> version.get() != null).count();
        assertTrue(alive <= 1, alive + " of 200 versions are still alive");
        assertTrue(classes() <= classes + 100, "from " + classes + " to " + classes() + " classes");
        assertTrue(after - before < 2 << 20, "metaspace grew from " + before + " to " + after);
    }

    private static long classes() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() throws InterruptedException {
        for (int collection = 0; collection < 5; collection++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst()
                .orElseThrow()
                .getUsed();
    }
}
