package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** What programs bring to the accounts of a page: export flows among those of the files, in the order of the files' names. */
final class ExtensionExports {
    private static final Comparator<AttributeFlows> BY_FILE =
            Comparator.comparing(flows -> flows.location().file());

    private final Synchronization synchronization;
    private final Page page;
    private final List<ExtensionFact.OfExport> facts = new ArrayList<>();
    private final Map<Long, List<AttributeFlows>> brought = new HashMap<>();
    private final Map<Long, List<Failure>> failed = new HashMap<>();

    ExtensionExports(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    /** Has an account asked about, where a program is about such accounts. */
    void consider(MetaverseObject identity, ConnectorSpaceObject account) {
        boolean isThere = account.isDraft() || account.hologram().exported() != null;
        if (isThere && synchronization.rules().isAbout(Hook.EXPORT_FLOW, account, identity)) {
            facts.add(new ExtensionFact.OfExport(identity, account, page.present(identity)));
        }
    }

    void ask() {
        List<ExtensionAnswer<ExportFlow>> answers = synchronization.workers()
                .mapPages(facts, synchronization.rules().extension()::exportFlows);
        for (int fact = 0; fact < facts.size(); fact++) {
            take(facts.get(fact), answers.get(fact));
        }
    }

    /** The flows of the files and of programs to an account, without those to what a program that failed may have brought before. */
    List<AttributeFlows> flows(ConnectorSpaceObject account, MetaverseObject identity) {
        List<AttributeFlows> written = synchronization.rules().flows(account, identity);
        List<AttributeFlows> others = brought.getOrDefault(account.id(), List.of());
        List<Failure> failures = failed.getOrDefault(account.id(), List.of());
        if (others.isEmpty() && failures.isEmpty()) {
            return written;
        }
        return Stream.concat(written.stream(), others.stream())
                .sorted(BY_FILE)
                .map(rules -> rules
                        .exporting(flow -> failures.stream().noneMatch(failure -> mayFill(failure, flow.to()))))
                .toList();
    }

    private boolean mayFill(Failure failure, String attribute) {
        List<ExtensionRule> failing = synchronization.rules().extension().rules(Hook.EXPORT_FLOW)
                .filter(rule -> rule.name().equals(failure.rule())
                        && rule.location().file().equals(failure.location().file()))
                .toList();
        return failing.isEmpty() || failing.stream().anyMatch(rule -> rule.mayFill(attribute));
    }

    private void take(ExtensionFact.OfExport fact, ExtensionAnswer<ExportFlow> answer) {
        ConnectorSpaceObject account = fact.account();
        List<AttributeFlows> flows = new ArrayList<>();
        for (ExportFlow flow : answer.rules()) {
            if (account.type().has(flow.to())) {
                flows.add(new AttributeFlows(
                        account.connector(), account.type().name(), fact.identity().type().name(), null, List.of(),
                        List.of(flow), flow.location()));
            } else {
                fail(account, new Failure(flow.name(), flow.location(),
                        "'" + account.type().name() + "' of '" + account.connector() + "' has no attribute '"
                                + flow.to()
                                + "'. Add it to the connector, or name another.",
                        null));
            }
        }
        answer.failures().forEach(failure -> fail(account, failure));
        if (!account.isDraft() && !answer.failures().isEmpty()) {
            failed.put(account.id(), answer.failures());
        }
        if (!flows.isEmpty()) {
            brought.put(account.id(), flows);
        }
    }

    private void fail(ConnectorSpaceObject account, Failure failure) {
        page.count(Counter.OUTBOUND_FAILURE, account);
        page.fail(Errors.ofAccount(account, "flow-failure", failure.message(), failure.rule(), failure.location(),
                synchronization.now()).at(failure.stack()));
    }
}
