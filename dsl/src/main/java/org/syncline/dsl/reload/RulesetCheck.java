package org.syncline.dsl.reload;

import java.util.List;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;

/** Something that must hold of rules before they are used, besides that they can be read. */
@FunctionalInterface
public interface RulesetCheck {

    /** Everything that is wrong; none if the rules may be used. */
    List<Problem> problems(Ruleset ruleset);
}
