package org.syncline.platform.app.workspace;

import java.util.List;
import java.util.function.ToLongFunction;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.StepRequest;

/** How many objects a step is likely to handle, by what is staged and pending. */
public record Expectations(Store store) implements ToLongFunction<StepRequest> {

    @Override
    public long applyAsLong(StepRequest request) {
        List<TypeCount> counts = store.connectorSpace().counts(request.connector());
        return switch (request.step().kind()) {
            case FULL_IMPORT, FULL_SYNC -> sum(counts, TypeCount::objects);
            case DELTA_IMPORT -> 0;
            case DELTA_SYNC -> sum(counts, TypeCount::pendingImports);
            case EXPORT -> sum(counts, count -> count.pendingAdds() + count.pendingUpdates() + count.pendingDeletes());
        };
    }

    private static long sum(List<TypeCount> counts, ToLongFunction<TypeCount> number) {
        return counts.stream().mapToLong(number).sum();
    }
}
