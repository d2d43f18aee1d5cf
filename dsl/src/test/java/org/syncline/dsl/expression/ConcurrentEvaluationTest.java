package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;

class ConcurrentEvaluationTest {
    private static final String EXPRESSION = "With($all, Select($item, Split([list], \",\"), $item & \"-\" & [n]),"
            + " Join(Where($item, $all, Not RegexMatch($item, \"^b\")), \" \") & \" \" & Count($all)"
            + " & FormatDateTime(DateAdd(\"d\", CNum([n]), CDate(\"2026-01-01\")), \" yyyy-MM-dd\"))";

    @Test
    void oneCompiledExpressionServesManyThreads() throws Exception {
        Expression expression = ExpressionCompiler.compile(EXPRESSION, Scope.byName(Map.of()));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int number = thread;
                done.add(threads.submit(() -> repeat(expression, number)));
            }
            for (Future<?> each : done) {
                await(each);
            }
        }
    }

    private static void repeat(Expression expression, int number) {
        Map<String, Content> values =
                Map.of("list", new TextValue("a,b,c"), "n", new TextValue(Integer.toString(number)));
        Evaluation evaluation = Evaluation.at(Instant.EPOCH).names(values::get);
        String wanted = "a-" + number + " c-" + number + " 3 2026-01-0" + (number + 1);
        for (int round = 0; round < 2_000; round++) {
            assertEquals(wanted, Evaluating.written(expression.evaluate(evaluation)));
        }
    }

    private static void await(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
