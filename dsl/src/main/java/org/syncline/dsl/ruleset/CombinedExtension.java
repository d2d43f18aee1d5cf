package org.syncline.dsl.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;

/** Several extensions that answer as one. */
record CombinedExtension(List<RuleExtension> parts) implements RuleExtension {
    CombinedExtension {
        parts = List.copyOf(parts);
    }

    @Override
    public List<ExtensionRule> rules() {
        return parts.stream().flatMap(part -> part.rules().stream()).toList();
    }

    @Override
    public boolean readsClock() {
        return parts.stream().anyMatch(RuleExtension::readsClock);
    }

    @Override
    public List<ExtensionAnswer<ImportFlow>> importFlows(List<ExtensionFact.OfImport> facts) {
        return together(part -> part.importFlows(facts));
    }

    @Override
    public List<ExtensionAnswer<ExportFlow>> exportFlows(List<ExtensionFact.OfExport> facts) {
        return together(part -> part.exportFlows(facts));
    }

    @Override
    public List<ExtensionAnswer<AccountRule>> provisioning(List<ExtensionFact.OfAccount> facts) {
        return together(part -> part.provisioning(facts));
    }

    @Override
    public List<ExtensionAnswer<JoinResolution>> resolveJoins(List<ExtensionFact.OfJoin> facts) {
        return together(part -> part.resolveJoins(facts));
    }

    @Override
    public List<ExtensionAnswer<ImportFlow>> resolve(List<ExtensionFact.OfElection> facts) {
        return together(part -> part.resolve(facts));
    }

    @Override
    public List<StepRemark> aboutStep(ExtensionFact.OfStep step) {
        return parts.stream().flatMap(part -> part.aboutStep(step).stream()).toList();
    }

    private <R> List<ExtensionAnswer<R>> together(Function<RuleExtension, List<ExtensionAnswer<R>>> question) {
        List<ExtensionAnswer<R>> answers = question.apply(parts.getFirst());
        for (RuleExtension part : parts.subList(1, parts.size())) {
            List<ExtensionAnswer<R>> further = question.apply(part);
            List<ExtensionAnswer<R>> joined = new ArrayList<>(answers.size());
            for (int fact = 0; fact < answers.size(); fact++) {
                joined.add(answers.get(fact).and(further.get(fact)));
            }
            answers = joined;
        }
        return answers;
    }

    @Override
    public Ruleset complete(Ruleset written) {
        Ruleset complete = written;
        for (RuleExtension part : parts) {
            complete = part.complete(complete);
        }
        return complete;
    }

    @Override
    public void close() {
        parts.forEach(RuleExtension::close);
    }
}
