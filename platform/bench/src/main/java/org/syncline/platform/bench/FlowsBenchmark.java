package org.syncline.platform.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.syncline.schema.identity.Attributes;

/** Thirty flows over people of forty attributes: compiled from expressions, and written in Java. One operation is one person. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlowsBenchmark {
    static final int PEOPLE = 42;

    private final Attributes[] people = People.of(PEOPLE);
    private final Flows flows = new Flows();

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void compiled(Blackhole blackhole) {
        for (Attributes person : people) {
            blackhole.consume(flows.of(person));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void handWritten(Blackhole blackhole) {
        for (Attributes person : people) {
            blackhole.consume(HandWritten.of(person));
        }
    }
}
