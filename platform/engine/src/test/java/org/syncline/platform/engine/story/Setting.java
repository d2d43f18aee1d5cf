package org.syncline.platform.engine.story;

import java.time.Duration;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.House;

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
        House house = new House()
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
