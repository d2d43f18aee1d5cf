package org.syncline.dsl.extension.groovy;

import java.util.AbstractList;
import java.util.List;
import org.syncline.dsl.ruleset.ExtensionFact;

/** The contributions to an attribute, best precedence first. */
public final class Contributions extends AbstractList<ScriptedContribution> {
    private final List<ScriptedContribution> shown;

    Contributions(List<ExtensionFact.Contribution> contributions) {
        this.shown = contributions.stream().map(ScriptedContribution::new).toList();
    }

    @Override
    public ScriptedContribution get(int index) {
        return shown.get(index);
    }

    @Override
    public int size() {
        return shown.size();
    }
}
