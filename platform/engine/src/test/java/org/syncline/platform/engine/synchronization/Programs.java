package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;

/** An extension of functions, for tests; each answers with any number of rules, or throws. */
final class Programs implements RuleExtension {
    private record Program<F, R>(ExtensionRule rule, Function<F, List<R>> answer) {}

    private final List<ExtensionRule> rules = new ArrayList<>();
    private final List<Program<ExtensionFact.OfImport, ImportFlow>> imports = new ArrayList<>();
    private final List<Program<ExtensionFact.OfExport, ExportFlow>> exports = new ArrayList<>();
    private final List<Program<ExtensionFact.OfAccount, AccountRule>> accounts = new ArrayList<>();
    private final List<Program<ExtensionFact.OfJoin, JoinResolution>> joins = new ArrayList<>();
    private final List<Program<ExtensionFact.OfElection, ImportFlow>> elections = new ArrayList<>();

    Programs importing(ExtensionRule rule, Function<ExtensionFact.OfImport, List<ImportFlow>> answer) {
        return add(imports, rule, answer);
    }

    Programs exporting(ExtensionRule rule, Function<ExtensionFact.OfExport, List<ExportFlow>> answer) {
        return add(exports, rule, answer);
    }

    Programs provisioning(ExtensionRule rule, Function<ExtensionFact.OfAccount, List<AccountRule>> answer) {
        return add(accounts, rule, answer);
    }

    Programs joining(ExtensionRule rule, Function<ExtensionFact.OfJoin, List<JoinResolution>> answer) {
        return add(joins, rule, answer);
    }

    Programs resolving(ExtensionRule rule, Function<ExtensionFact.OfElection, List<ImportFlow>> answer) {
        return add(elections, rule, answer);
    }

    private <F, R> Programs add(List<Program<F, R>> programs, ExtensionRule rule, Function<F, List<R>> answer) {
        rules.add(rule);
        programs.add(new Program<>(rule, answer));
        return this;
    }

    static ExtensionRule rule(Hook hook, String name, String connector, String objectType) {
        return new ExtensionRule(name, hook, connector, objectType, "person", null,
                new RuleLocation("rules/" + name.replace(' ', '-') + ".groovy", 2, 1));
    }

    static ExtensionRule aboutAttributes(ExtensionRule rule, String... attributes) {
        return new ExtensionRule(rule.name(), rule.hook(), rule.connector(), rule.objectType(), rule.metaverseType(),
                Set.of(attributes), rule.location());
    }

    static ImportFlow brings(ExtensionRule rule, String to, Content content, int precedence) {
        return new ImportFlow(rule.name(), null, new KnownResult("script", content, Set.of()), to, precedence, null,
                AttributeFlows.Merge.UPDATE, false, rule.location());
    }

    static ImportFlow brings(ExtensionRule rule, String to, String text, int precedence) {
        return brings(rule, to, new TextValue(text), precedence);
    }

    @Override
    public List<ExtensionRule> rules() {
        return rules;
    }

    @Override
    public List<ExtensionAnswer<ImportFlow>> importFlows(List<ExtensionFact.OfImport> facts) {
        return answer(imports, facts);
    }

    @Override
    public List<ExtensionAnswer<ExportFlow>> exportFlows(List<ExtensionFact.OfExport> facts) {
        return answer(exports, facts);
    }

    @Override
    public List<ExtensionAnswer<AccountRule>> provisioning(List<ExtensionFact.OfAccount> facts) {
        return answer(accounts, facts);
    }

    @Override
    public List<ExtensionAnswer<JoinResolution>> resolveJoins(List<ExtensionFact.OfJoin> facts) {
        return answer(joins, facts);
    }

    @Override
    public List<ExtensionAnswer<ImportFlow>> resolve(List<ExtensionFact.OfElection> facts) {
        return answer(elections, facts);
    }

    private static <F extends ExtensionFact, R> List<ExtensionAnswer<R>> answer(List<Program<F, R>> programs,
            List<F> facts) {
        return facts.stream().map(fact -> answer(programs, fact)).toList();
    }

    private static <F extends ExtensionFact, R> ExtensionAnswer<R> answer(List<Program<F, R>> programs, F fact) {
        ExtensionAnswer<R> answer = ExtensionAnswer.none();
        for (Program<F, R> program : programs) {
            if (isAbout(program.rule(), fact)) {
                answer = answer.and(answer(program, fact));
            }
        }
        return answer;
    }

    private static boolean isAbout(ExtensionRule rule, ExtensionFact fact) {
        return switch (fact) {
            case ExtensionFact.OfImport in -> rule.isAbout(
                    Hook.IMPORT_FLOW, in.object().connector(), in.object().type().name(), in.identity().type().name());
            case ExtensionFact.OfExport out -> rule.isAbout(
                    Hook.EXPORT_FLOW, out.account().connector(), out.account().type().name(),
                    out.identity().type().name());
            case ExtensionFact.OfAccount account -> rule.isAbout(
                    Hook.PROVISIONING, account.connector(), account.objectType(), account.identity().type().name());
            case ExtensionFact.OfJoin join -> rule.isAbout(
                    Hook.RESOLVE_JOIN, join.object().connector(), join.object().type().name(), null);
            case ExtensionFact.OfElection election -> rule.isAbout(
                    Hook.RESOLVE, null, null, election.identity().type().name());
            case ExtensionFact.OfStep step -> rule.isAbout(Hook.STEP, step.connector(), null, null);
        };
    }

    private static <F, R> ExtensionAnswer<R> answer(Program<F, R> program, F fact) {
        try {
            return new ExtensionAnswer<>(program.answer().apply(fact), List.of());
        } catch (IllegalStateException failure) {
            RuleLocation there = new RuleLocation(program.rule().location().file(), 7, 1);
            return new ExtensionAnswer<>(List.of(),
                    List.of(new Failure(program.rule().name(), there, failure.getMessage(), "at line 7")));
        }
    }
}
