package org.syncline.dsl.ruleset;

import java.util.Map;
import java.util.Set;

/**
 * A rule that is a program: what it is about, and what it may answer with, as far as that can be told without running it.
 *
 * @param name unique among those of its file; what lineage and errors say
 * @param connector null for any
 * @param objectType null for any
 * @param metaverseType null for any
 * @param attributes those it may fill or decide of; null where that cannot be told
 * @param ranks the best precedence with which it contributes to an attribute, where that can be told
 * @param keepsWhenGone whether what it contributed stays when its object is gone and nobody else has a value
 */
public record ExtensionRule(
        String name,
        Hook hook,
        String connector,
        String objectType,
        String metaverseType,
        Set<String> attributes,
        Map<String, Integer> ranks,
        boolean keepsWhenGone,
        RuleLocation location) {

    /** What a program may be asked. */
    public enum Hook {
        FILTER,
        JOIN_KEY,
        PROJECT,
        RESOLVE_JOIN,
        IMPORT_FLOW,
        EXPORT_FLOW,
        PROVISIONING,
        IDENTITY_ENDS,
        RESOLVE,
        STEP
    }

    public ExtensionRule {
        attributes = attributes == null ? null : Set.copyOf(attributes);
        ranks = Map.copyOf(ranks);
    }

    /** One that contributes nothing, or of which it cannot be told with which precedence. */
    public ExtensionRule(
            String name, Hook hook, String connector, String objectType, String metaverseType, Set<String> attributes,
            RuleLocation location) {
        this(name, hook, connector, objectType, metaverseType, attributes, Map.of(), false, location);
    }

    /** Whether it is asked about such objects; null for what does not matter. */
    public boolean isAbout(Hook asked, String ofConnector, String ofObjectType, String ofMetaverseType) {
        return hook == asked
                && fits(connector, ofConnector)
                && fits(objectType, ofObjectType)
                && fits(metaverseType, ofMetaverseType);
    }

    private static boolean fits(String own, String asked) {
        return own == null || asked == null || own.equals(asked);
    }

    /** Whether an attribute may be among those that it fills or decides of. */
    public boolean mayFill(String attribute) {
        return attributes == null || attributes.contains(attribute);
    }
}
