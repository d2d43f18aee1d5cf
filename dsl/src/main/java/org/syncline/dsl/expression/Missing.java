package org.syncline.dsl.expression;

import org.syncline.schema.identity.Absence;

/** Stands in for arguments that were left out where no value would say the same. */
final class Missing {
    static final Constant ARGUMENT = Constant.of(Absence.NULL);

    private Missing() {}
}
