package org.syncline.platform.engine.discovery;

import java.util.List;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.connectors.spi.TypeUsage.AttributeUsage;
import org.syncline.platform.engine.discovery.SuggestedType.SuggestedAttribute;
import org.syncline.schema.identity.AttributeType;

/**
 * Chooses of what a system offers what an administrator wants to see: what is in use and can be written, and what the system demands.
 *
 * @param hasNames whether objects of the system have names, which references hold
 * @param all whether nothing is left out
 */
record Suggestion(OfferedType type, TypeUsage usage, boolean hasNames, boolean all) {
    private static final List<String> ALWAYS_THERE = List.of("dn", "rdn", "anchor");
    private static final int FEW = 30;
    /** So many objects with one value each make it likely that others have one value too. */
    private static final int ENOUGH_TO_JUDGE = 5;

    SuggestedType made() {
        List<OfferedAttribute> declarable = type.attributes().stream()
                .filter(attribute -> !ALWAYS_THERE.contains(attribute.name()))
                .toList();
        List<SuggestedAttribute> chosen = declarable.stream().filter(this::isWanted).map(this::attribute).toList();
        boolean isKnown = !type.anchors().isEmpty();
        String anchor = isKnown ? type.anchors().getFirst() : type.attributes().getFirst().name();
        return new SuggestedType(type.name(), type.description(), anchor, isKnown, chosen, usage.sampled(),
                declarable.size() - chosen.size());
    }

    private boolean isWanted(OfferedAttribute attribute) {
        if (all || attribute.required()) {
            return true;
        }
        if (attribute.isOperational()) {
            return false;
        }
        return switch (attribute.access()) {
            case READ_ONLY -> false;
            case WRITE_ONLY -> attribute.addition() == null;
            case READ_WRITE -> isUsed(attribute);
        };
    }

    /** Where there are no objects yet, anything the type itself has may come to be used. */
    private boolean isUsed(OfferedAttribute attribute) {
        return usage.of(attribute).objects() > 0
                || type.attributes().size() <= FEW
                || usage.sampled() == 0 && attribute.addition() == null;
    }

    private SuggestedAttribute attribute(OfferedAttribute attribute) {
        boolean isKey = attribute.type() == AttributeType.REFERENCE && !hasNames;
        return new SuggestedAttribute(attribute, isMultiValued(attribute), isKey ? type.name() : null,
                usage.of(attribute).objects());
    }

    /** Directories allow several values of nearly everything. */
    private boolean isMultiValued(OfferedAttribute attribute) {
        AttributeUsage used = usage.of(attribute);
        boolean isReference = attribute.type() == AttributeType.REFERENCE;
        return attribute.multiValued()
                && (used.most() > 1 || isReference && (attribute.required() || used.objects() < ENOUGH_TO_JUDGE));
    }
}
