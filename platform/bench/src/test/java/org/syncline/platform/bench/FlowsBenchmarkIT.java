package org.syncline.platform.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/** What thirty compiled flows cost beside the same in Java, measured in one run. */
class FlowsBenchmarkIT {
    private static final double MOST = 1.5;
    private static final double MEASURED_BYTES = 1.0;

    @Test
    void bothMakeTheSame() {
        Flows flows = new Flows();
        for (Attributes person : People.of(FlowsBenchmark.PEOPLE)) {
            assertArrayEquals(HandWritten.of(person), flows.of(person), person::toString);
        }
    }

    @Test
    void compiledFlowsTakeLittleMoreThanJavaAndAllocateTheirResultsOnly() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                .include(FlowsBenchmark.class.getSimpleName())
                .forks(Integer.getInteger("bench.forks", 5))
                .warmupIterations(10)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(6)
                .measurementTime(TimeValue.milliseconds(500))
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC")
                .build())
                .run();
        Map<String, Double> nanoseconds = results.stream().collect(Collectors.toMap(
                result -> result.getPrimaryResult().getLabel(), FlowsBenchmarkIT::best));
        double ratio = nanoseconds.get("compiled") / nanoseconds.get("handWritten");
        double allocated = results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals("compiled"))
                .mapToDouble(result -> result.getSecondaryResults().get("gc.alloc.rate.norm").getScore())
                .findFirst()
                .orElseThrow();
        System.out.printf("%s ns, ratio %.2f; %.1f bytes, results %.1f%n", nanoseconds, ratio, allocated,
                resultBytes());
        assertTrue(ratio < MOST, "compiled flows take " + ratio + " times as long");
        assertTrue(allocated < resultBytes() + MEASURED_BYTES, "compiled flows allocate " + allocated + " bytes");
    }

    /** The best iteration of all forks: whatever else a busy machine does only makes the others slower. */
    private static double best(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .min()
                .orElseThrow();
    }

    private static double resultBytes() {
        Attributes[] people = People.of(FlowsBenchmark.PEOPLE);
        Flows flows = new Flows();
        ResultSize size = new ResultSize(people, same(flows, people));
        return Stream.of(people).mapToLong(person -> size.of(person, flows.of(person))).average().orElseThrow();
    }

    /** Results that are one object, however often they are made. */
    private static Set<Content> same(Flows flows, Attributes[] people) {
        Set<Content> constants = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Attributes person : people) {
            Content[] once = flows.of(person);
            Content[] again = flows.of(person);
            for (int index = 0; index < once.length; index++) {
                if (once[index] == again[index]) {
                    constants.add(once[index]);
                }
            }
        }
        return constants;
    }
}
