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
        for (int number = 0; number < 20; number++) {
            version(desk, number);
        }
        long before = metaspace();
        for (int number = 20; number < 220; number++) {
            versions.add(new WeakReference<>(version(desk, number)));
        }
        long after = metaspace();
        long alive = versions.stream().filter(version -> version.get() != null).count();
        assertTrue(alive <= 1, alive + " of 200 versions are still alive");
        assertTrue(after - before < 2 << 20, "metaspace grew from " + before + " to " + after);
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
