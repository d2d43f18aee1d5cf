package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.rule.LineMappings;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.internal.conf.ConsequenceExceptionHandlerOption;
import org.syncline.dsl.ruleset.ExtensionRule;

/** Compiled rules. Safe for several threads. */
final class RuleBase {
    /** Lines of a compiled class between its imports and its consequence. */
    private static final int LINES_BEFORE_CONSEQUENCE = 4;

    private final InternalKnowledgeBase base;
    private final Set<String> allowed;
    private final List<CompiledRule> rules;
    private final Map<Rule, CompiledRule> byRule = new IdentityHashMap<>();
    private final Map<CompiledRule, RuleBase> alone = new ConcurrentHashMap<>();

    private RuleBase(InternalKnowledgeBase base, Set<String> allowed, List<CompiledRule> rules) {
        this.base = base;
        this.allowed = allowed;
        this.rules = rules;
        for (CompiledRule rule : rules) {
            byRule.put(base.getRule(RuleFile.namespace(rule.location().file()), rule.name()), rule);
        }
    }

    /**
     * Brings compiled files together.
     *
     * @param allowed classes that rules may use beside the usual ones
     */
    static RuleBase of(List<CompiledFile> files, Set<String> allowed) {
        InternalKnowledgeBase base = base(files);
        List<CompiledRule> rules = new ArrayList<>();
        for (CompiledFile compiled : files) {
            for (RuleDescr rule : compiled.file().rules()) {
                rules.add(rule(rules.size(), compiled.file(), rule, base));
            }
        }
        return new RuleBase(base, allowed, rules);
    }

    private static InternalKnowledgeBase base(List<CompiledFile> files) {
        KieBaseConfiguration configuration = KieServices.Factory.get().newKieBaseConfiguration();
        configuration.setOption(ConsequenceExceptionHandlerOption.get(FailedConsequence.class));
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        base.addPackages(files.stream().flatMap(file -> file.packages().stream()).toList());
        return base;
    }

    private static CompiledRule rule(int order, RuleFile file, RuleDescr rule, InternalKnowledgeBase base) {
        RuleText text = new RuleText(file.text(), rule);
        ExtensionRule declared = text.declared();
        return new CompiledRule(
                order, declared, declared.location().file() + ":" + declared.location().line(), text.reads(),
                text.readsClock(), text.updates(), file.text(),
                text.consequenceLine(),
                offset(base, file, rule) + LINES_BEFORE_CONSEQUENCE);
    }

    private static int offset(InternalKnowledgeBase base, RuleFile file, RuleDescr rule) {
        InternalKnowledgePackage compiled = (InternalKnowledgePackage) base.getKiePackage(file.namespace());
        LineMappings lines = compiled.getDialectRuntimeRegistry()
                .getLineMappings(file.namespace() + "." + rule.getClassName());
        return lines == null ? 0 : lines.getOffset();
    }

    KieSession session() {
        return base.newKieSession();
    }

    CompiledRule rule(Rule rule) {
        return byRule.get(rule);
    }

    List<CompiledRule> rules() {
        return rules;
    }

    boolean readsClock() {
        return rules.stream().anyMatch(CompiledRule::readsClock);
    }

    /** One of the rules, by itself; kept once it was made. */
    RuleBase alone(CompiledRule rule) {
        return alone.computeIfAbsent(rule, this::separate);
    }

    private RuleBase separate(CompiledRule rule) {
        RuleFile file = RuleFile.read(rule.text(), allowed).only(rule.name());
        try {
            return new RuleBase(base(List.of(CompiledFile.of(file, allowed))), allowed, List.of(rule));
        } catch (CompiledFile.Refused refused) {
            throw new IllegalStateException("A rule compiles among others and not alone: " + rule.location(), refused);
        }
    }
}
