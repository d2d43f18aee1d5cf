package org.syncline.dsl.ruleset;

import java.util.List;
import java.util.Map;

/**
 * An object as somebody writes it down, to see what the rules make of it.
 *
 * @param dn null where it has none
 * @param deleted whether the system reports that it is gone
 * @param values as files write them, by attribute
 */
public record GivenObject(
        String connector, String objectType, String dn, boolean deleted, Map<String, List<String>> values) {
    public GivenObject {
        values = Map.copyOf(values);
    }
}
