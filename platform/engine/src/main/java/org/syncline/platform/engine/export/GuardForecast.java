package org.syncline.platform.engine.export;

import java.time.Instant;
import java.util.List;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.guard.ExportEffects;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.Store;

/**
 * What guards would say of what is pending for a connector, if it were exported now.
 *
 * @param what there would be too much of
 * @param message what is too much and what is allowed
 */
public record GuardForecast(Affected what, String message) {

    public static List<GuardForecast> of(ConnectorDefinition connector, Ruleset ruleset, Store store, Instant now) {
        ExportEffects effects = new ExportEffects(connector, new Present(now, ruleset.zone()));
        return new ExportGuardCheck(connector, store, now, effects).breaches().stream()
                .map(breach -> new GuardForecast(breach.what(), breach.message()))
                .toList();
    }
}
