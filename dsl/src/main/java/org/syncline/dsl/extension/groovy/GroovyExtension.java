package org.syncline.dsl.extension.groovy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.syncline.dsl.extension.groovy.CompiledScript.ScriptFailure;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.StepRemark;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** The scripts of one version. */
final class GroovyExtension implements RuleExtension {
    private final List<CompiledScript> scripts;
    private final List<ScriptRule> hooks;
    private final List<ExtensionRule> declared;
    private final boolean readsClock;
    private boolean isClosed;

    GroovyExtension(List<CompiledScript> scripts) {
        this.scripts = scripts.stream().map(CompiledScript::retain).toList();
        this.hooks = scripts.stream().flatMap(script -> script.rules().stream()).toList();
        this.declared = hooks.stream().map(ScriptRule::declared).toList();
        this.readsClock = hooks.stream().anyMatch(ScriptRule::readsClock);
    }

    List<CompiledScript> scripts() {
        return scripts;
    }

    List<ScriptRule> hooks() {
        return hooks;
    }

    @Override
    public List<ExtensionRule> rules() {
        return declared;
    }

    @Override
    public boolean readsClock() {
        return readsClock;
    }

    /** What one rule makes of one fact. */
    private interface Call<F, R> {
        Answers<R> of(ScriptRule rule, F fact);
    }

    private <F extends ExtensionFact, R> List<ExtensionAnswer<R>> ask(
            List<F> facts, Function<F, List<ScriptRule>> asked, Call<F, R> call) {
        List<ExtensionAnswer<R>> answers = new ArrayList<>(facts.size());
        for (F fact : facts) {
            answers.add(answer(fact, asked.apply(fact), call));
        }
        return answers;
    }

    private static <F extends ExtensionFact, R> ExtensionAnswer<R> answer(
            F fact, List<ScriptRule> rules, Call<F, R> call) {
        List<R> given = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (ScriptRule rule : rules) {
            if (rule.readsClock()) {
                fact.present().changesAtMidnight();
            }
            try {
                given.addAll(call.of(rule, fact).given());
            } catch (ScriptFailure failed) {
                failures.add(failed.failure());
            }
        }
        return given.isEmpty() && failures.isEmpty() ? ExtensionAnswer.none() : new ExtensionAnswer<>(given, failures);
    }

    private List<ScriptRule> rules(Set<HookKind> kinds, String connector, String objectType, String metaverseType) {
        List<ScriptRule> rules = new ArrayList<>(hooks.size());
        for (ScriptRule rule : hooks) {
            if (kinds.contains(rule.kind())
                    && rule.declared().isAbout(rule.kind().hook(), connector, objectType, metaverseType)) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private List<ScriptRule> rules(HookKind kind, ConnectorSpaceObject object, MetaverseObject identity) {
        return rules(Set.of(kind), object.connector(), object.type().name(),
                identity == null ? null : identity.type().name());
    }

    private static Object call(ScriptRule rule, ExtensionFact fact, Object... given) {
        if (!rule.readsClock()) {
            return rule.call(given);
        }
        Object[] withTime = Arrays.copyOf(given, given.length + 1);
        withTime[given.length] = fact.present().now();
        return rule.call(withTime);
    }

    @Override
    public List<ExtensionAnswer<ImportFlow>> importFlows(List<ExtensionFact.OfImport> facts) {
        return ask(facts, fact -> rules(HookKind.IMPORT_FLOW, fact.object(), fact.identity()), (rule, fact) -> {
            Contribute contribute = new Contribute(rule);
            call(rule, fact, source(rule, fact.object(), fact.object().hologram().known()),
                    identity(rule, fact.identity()), contribute);
            return contribute;
        });
    }

    @Override
    public List<ExtensionAnswer<ExportFlow>> exportFlows(List<ExtensionFact.OfExport> facts) {
        return ask(facts, fact -> rules(HookKind.EXPORT_FLOW, fact.account(), fact.identity()), (rule, fact) -> {
            Export contribute = new Export(rule);
            call(rule, fact, identity(rule, fact.identity()), account(rule, fact.account()), contribute);
            return contribute;
        });
    }

    @Override
    public List<ExtensionAnswer<AccountRule>> provisioning(List<ExtensionFact.OfAccount> facts) {
        return ask(facts, this::aboutAccount, GroovyExtension::decide);
    }

    private List<ScriptRule> aboutAccount(ExtensionFact.OfAccount fact) {
        return rules(Set.of(HookKind.PROVISION, HookKind.DEPROVISION), fact.connector(), fact.objectType(),
                fact.identity().type().name());
    }

    private static Answers<AccountRule> decide(ScriptRule rule, ExtensionFact.OfAccount fact) {
        ScriptedObject identity =
                new ScriptedObject(fact.identity().attributes(), rule.identityType(), null, fact.connectedTo());
        if (rule.kind() == HookKind.PROVISION) {
            Create create = new Create(rule, "recreate".equals(rule.arguments().get("ifDeleted"))
                    ? IfDeleted.RECREATE
                    : IfDeleted.REPORT);
            call(rule, fact, identity, create);
            return create;
        }
        Leave leave = new Leave(rule);
        call(rule, fact, identity, account(rule, fact.account()), leave);
        return leave;
    }

    @Override
    public List<ExtensionAnswer<JoinResolution>> resolveJoins(List<ExtensionFact.OfJoin> facts) {
        return ask(facts, fact -> rules(HookKind.RESOLVE_JOIN, fact.object(), fact.candidates().getFirst()),
                (rule, fact) -> {
                    Candidates candidates = new Candidates(fact.candidates());
                    ChooseIdentity choose = new ChooseIdentity(rule, candidates);
                    call(rule, fact, source(rule, fact.object(), fact.object().hologram().imported()), candidates,
                            choose);
                    return choose;
                });
    }

    @Override
    public List<ExtensionAnswer<ImportFlow>> resolve(List<ExtensionFact.OfElection> facts) {
        return ask(facts, fact -> rules(
                Set.of(HookKind.RESOLVE), null, null, fact.identity().type().name()).stream()
                .filter(rule -> rule.declared().mayFill(fact.attribute()))
                .toList(), (rule, fact) -> {
                    ChooseContribution choose = new ChooseContribution(rule);
                    call(rule, fact, new Contributions(fact.contributions()), choose);
                    return choose;
                });
    }

    /** A remark that fails is a remark, and keeps no step from anything. */
    @Override
    public List<StepRemark> aboutStep(ExtensionFact.OfStep step) {
        HookKind kind = step.hasEnded() ? HookKind.AFTER_STEP : HookKind.BEFORE_STEP;
        ExtensionAnswer<StepRemark> answer =
                answer(step, rules(Set.of(kind), step.connector(), null, null), (rule, fact) -> {
                    Remark remark = new Remark(rule, kind == HookKind.BEFORE_STEP);
                    rule.call(new ScriptedStep(fact), remark);
                    return remark;
                });
        List<StepRemark> remarks = new ArrayList<>(answer.rules());
        answer.failures().forEach(failure -> remarks.add(new StepRemark(
                failure.rule(), failure.location(), "The script failed: " + failure.message(), false)));
        return remarks;
    }

    private static ScriptedObject source(ScriptRule rule, ConnectorSpaceObject object, Attributes image) {
        return new ScriptedObject(image, rule.objectType(), object.anchor(), Set.of());
    }

    private static ScriptedObject identity(ScriptRule rule, MetaverseObject identity) {
        return new ScriptedObject(identity.attributes(), rule.identityType());
    }

    private static ScriptedObject account(ScriptRule rule, ConnectorSpaceObject account) {
        if (account == null) {
            return new ScriptedObject(null, rule.objectType());
        }
        Attributes exported = account.hologram().exported();
        return new ScriptedObject(
                exported != null ? exported : account.draft(), rule.objectType(), account.anchor(), Set.of());
    }

    @Override
    public Ruleset complete(Ruleset written) {
        return new ValueHooks(hooks).among(written);
    }

    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            scripts.forEach(CompiledScript::release);
        }
    }
}
