package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.syncline.platform.engine.overlay.OverlayStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.whatif.WhatIfReport.ErrorChange;

/** Which open errors there are only without the change, and only with it. */
final class ErrorDifference {
    private final Store without;
    private final Store with;
    private final Pairing pairing;

    ErrorDifference(Store without, Store with, Pairing pairing) {
        this.without = without;
        this.with = with;
        this.pairing = pairing;
    }

    List<ErrorChange> of(Set<String> connectors) {
        List<ErrorChange> changes = new ArrayList<>();
        for (String connector : connectors) {
            Map<String, ObjectError> before = errors(without, connector, identity -> identity);
            Map<String, ObjectError> after = errors(with, connector, pairing::before);
            changes.addAll(changes(connector, after, before, true));
            changes.addAll(changes(connector, before, after, false));
        }
        return changes;
    }

    /** @param stored the number that the other side knows an identity by */
    private static Map<String, ObjectError> errors(Store store, String connector, LongUnaryOperator stored) {
        Map<String, ObjectError> errors = new HashMap<>();
        for (ObjectError error : store.runHistory().errors(connector)) {
            long identity = stored.applyAsLong(error.identity());
            boolean isUnknown = identity == 0 && OverlayStore.isNew(error.identity());
            errors.put(String.join("\0", error.code(),
                    error.identity() != 0
                            ? "identity " + (isUnknown ? error.identity() : identity)
                            : error.object() != 0 ? "object " + error.object() : error.title()),
                    error);
        }
        return errors;
    }

    private static List<ErrorChange> changes(
            String connector, Map<String, ObjectError> these, Map<String, ObjectError> those, boolean appears) {
        Map<String, List<ObjectError>> byCode = new TreeMap<>();
        new TreeMap<>(these).forEach((key, error) -> {
            if (!those.containsKey(key)) {
                byCode.computeIfAbsent(error.code(), unused -> new ArrayList<>()).add(error);
            }
        });
        return byCode.entrySet().stream()
                .map(entry -> new ErrorChange(connector, entry.getKey(), appears, entry.getValue().size(),
                        entry.getValue().getFirst().title() + ": " + entry.getValue().getFirst().message()))
                .toList();
    }
}
