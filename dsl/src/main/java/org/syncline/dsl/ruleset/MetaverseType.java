package org.syncline.dsl.ruleset;

import org.syncline.schema.identity.ObjectType;

/** A type of identity and when such an identity ends. */
public record MetaverseType(ObjectType type, EndPolicy ends, RuleLocation location) {}
