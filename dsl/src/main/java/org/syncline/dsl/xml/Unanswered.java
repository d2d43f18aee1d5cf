package org.syncline.dsl.xml;

import java.util.Set;

/** Functions that ask what is not known where a rule is evaluated; there they would say no, whatever is true. */
final class Unanswered {
    /** In filters, joins and import flows, which know the object alone. */
    static final Set<String> OF_OBJECTS = Set.of("IsMemberOf", "InUse", "IsConnectedTo", "HasChanged");
    /** In conditions that end an identity, which know the identity and its links. */
    static final Set<String> OF_ENDS = Set.of("IsMemberOf", "InUse", "HasChanged");

    private Unanswered() {}
}
