package org.syncline.rules.attributeflow;

import java.util.Set;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;

/** Says which metaverse attributes an export flow takes its value from. */
public final class ExportedAttributes {
    private ExportedAttributes() {}

    public static Set<String> readBy(ExportFlow flow) {
        return flow.from() != null ? Set.of(flow.from()) : flow.value().reads();
    }
}
