package org.syncline.platform.engine.run;

import org.syncline.dsl.ruleset.Ruleset;

/** The one version of the rules that a step uses for its whole life. */
public record PinnedRules(Ruleset ruleset, long version) {}
