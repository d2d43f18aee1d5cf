package org.syncline.dsl.extension.drools;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.RuleExtension;

/** The Drools rules of one version. */
final class DroolsExtension implements RuleExtension {
    private final RuleBase base;
    private final List<ExtensionRule> rules;
    private final Quarantine quarantine;
    private final Watch watch;

    DroolsExtension(RuleBase base, Quarantine quarantine, Watch watch) {
        this.base = base;
        this.rules = base.rules().stream().map(CompiledRule::declared).toList();
        this.quarantine = quarantine;
        this.watch = watch;
    }

    RuleBase base() {
        return base;
    }

    @Override
    public List<ExtensionRule> rules() {
        return rules;
    }

    @Override
    public boolean readsClock() {
        return base.readsClock();
    }

    @Override
    public List<ExtensionAnswer<AttributeFlows.ImportFlow>> importFlows(List<ExtensionFact.OfImport> facts) {
        return ask(Hook.IMPORT_FLOW, facts, ImportFlow::new, (rule, fact) -> rule.isAbout(
                Hook.IMPORT_FLOW, fact.object().connector(), fact.object().type().name(),
                fact.identity().type().name()));
    }

    @Override
    public List<ExtensionAnswer<AttributeFlows.ExportFlow>> exportFlows(List<ExtensionFact.OfExport> facts) {
        return ask(Hook.EXPORT_FLOW, facts, ExportFlow::new, (rule, fact) -> rule.isAbout(
                Hook.EXPORT_FLOW, fact.account().connector(), fact.account().type().name(),
                fact.identity().type().name()));
    }

    @Override
    public List<ExtensionAnswer<AccountRule>> provisioning(List<ExtensionFact.OfAccount> facts) {
        return ask(Hook.PROVISIONING, facts, Provisioning::new, (rule, fact) -> rule.isAbout(
                Hook.PROVISIONING, fact.connector(), fact.objectType(), fact.identity().type().name()));
    }

    @Override
    public List<ExtensionAnswer<org.syncline.dsl.ruleset.JoinResolution>> resolveJoins(
            List<ExtensionFact.OfJoin> facts) {
        return ask(Hook.RESOLVE_JOIN, facts, JoinResolution::new, (rule, fact) -> rule.isAbout(
                Hook.RESOLVE_JOIN, fact.object().connector(), fact.object().type().name(), null));
    }

    private <F, R> List<ExtensionAnswer<R>> ask(
            Hook hook, List<F> facts, Function<F, RuleFact<R>> shown, BiPredicate<ExtensionRule, F> mayBeAbout) {
        if (facts.isEmpty() || rules(hook).findAny().isEmpty()) {
            return RuleExtension.silent(facts);
        }
        Firing firing = new Firing(quarantine);
        PageFiring<F, R> page = new PageFiring<>(base, hook, shown, mayBeAbout, quarantine);
        return watch.within(firing, () -> page.answers(facts, firing), () -> page.alone(facts));
    }
}
