package org.syncline.platform.engine.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.platform.engine.House;

/** What is shown of what is stored. The clock of the house stands at midnight in UTC. */
class ShowingTest {
    private final House house = new House();

    @AfterEach
    void leave() {
        house.leave();
    }

    private static Expression where(String condition) throws ExpressionException {
        return ExpressionCompiler.compile(condition, Scope.byName(Map.of()));
    }

    private List<String> shown(String zone, String condition) throws ExpressionException {
        List<String> titles = new ArrayList<>();
        new Showing(house.store(), house.clock(), ZoneId.of(zone))
                .connectorSpace("hr", where(condition), object -> titles.add(object.title()));
        return titles;
    }

    @Test
    void daysOfAConditionBeginInTheZoneOfTheRuleset() throws ExpressionException {
        house.employ("1", "Ann", "2025-12-31", null);
        house.employ("2", "Bob", "2026-01-01", null);
        house.cycle();
        String today = "CDate([last]) = Today()";
        assertEquals(List.of("2"), shown("UTC", today));
        assertEquals(List.of("1"), shown("America/New_York", today));
    }
}
