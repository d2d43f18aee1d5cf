package org.syncline.dsl.xml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.dsl.ruleset.ConnectedObjectType;

/** Explains the one attribute that seems to exist and doesn't: an anchor that isn't declared. */
final class AnchorHints {
    private static final Pattern UNKNOWN = Pattern.compile("The object type '(.*)' has no attribute '(.*)'");

    private final List<ConnectedObjectType> types;

    AnchorHints(Schemas schemas) {
        this.types = schemas.connectors().values().stream()
                .flatMap(connector -> connector.objectTypes().stream())
                .toList();
    }

    /** The problem with a hint, if it is about an anchor. */
    Problem explain(Problem problem) {
        Matcher unknown = UNKNOWN.matcher(problem.message());
        if (!unknown.matches() || types.stream().noneMatch(type -> isAnchor(type, unknown))) {
            return problem;
        }
        String name = unknown.group(2);
        return new Problem(problem.file(), problem.line(), problem.column(), problem.message(),
                "it is only the anchor: declare <attribute name=\"" + name + "\"/> to read it, or read [anchor]");
    }

    private static boolean isAnchor(ConnectedObjectType type, Matcher unknown) {
        return type.type().name().equals(unknown.group(1)) && type.anchor().contains(unknown.group(2));
    }
}
