package org.syncline.platform.engine.story;

import java.time.Duration;
import java.util.function.Function;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/**
 * The rules a company lives by.
 *
 * @param graceDays how long an identity outlives its last employment
 * @param renames whether accounts are renamed when people are
 * @param pageSize objects a page
 */
record Setting(int graceDays, boolean renames, int pageSize) {
    static final String EXTERNAL = "external";
    private static final String NAME = "\"cn=\" & [sn] & \" \" & [employeeId] & \",ou=People,dc=test\"";
    static final String LEFT = "left";

    House house() {
        return house(MemoryStore::new);
    }

    /** @param open opens the store that the house keeps its state in */
    House house(Function<TypeSource, Store> open) {
        House house = new House(open)
                .filtering("[status] = \"" + EXTERNAL + "\"")
                .deprovisioning("[status] = \"" + LEFT + "\"", new ProvisioningRules.Delete())
                .endsWith(new EndPolicy.LastLinkGone(Duration.ofDays(graceDays)))
                .withPagesOf(pageSize);
        return renames ? house.naming(NAME).renaming(NAME) : house;
    }

    @Override
    public String toString() {
        return "grace of " + graceDays + " days, " + (renames ? "" : "no ") + "renames, pages of " + pageSize;
    }
}
