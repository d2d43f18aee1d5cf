package org.syncline.platform.engine.staging;

import java.util.Map;

/**
 * What a guard says of an import.
 *
 * @param reason why the connector is held, for the administrator; null if it is not
 * @param measured what the guard looked at, by words that say what of which object type
 * @param neededApproval whether it would be held if a person had not approved as much
 */
record Verdict(String reason, Map<String, Long> measured, boolean neededApproval) {
    static final Verdict PASSED = new Verdict(null, Map.of(), false);

    boolean isBreach() {
        return reason != null;
    }
}
