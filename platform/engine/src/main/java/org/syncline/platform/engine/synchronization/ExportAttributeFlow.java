package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.WhenEmpty;
import org.syncline.platform.engine.run.Counter;
import org.syncline.rules.attributeflow.ExportFlows;
import org.syncline.rules.attributeflow.FlowFailure;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.rules.attributeflow.Outgoing;
import org.syncline.rules.attributeflow.OutgoingReferences;
import org.syncline.rules.attributeflow.Wanted;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;

/** Export attribute flow: what each account of a page's identities shall hold, and so what is still to be sent. */
final class ExportAttributeFlow {
    private static final int ROUNDS = 10;

    private final Synchronization synchronization;
    private final Page page;
    private final OutgoingTargets accounts;
    private final ExtensionExports extension;
    private final OutgoingChanges changes;
    private final PageAnswers answers;
    private final Withdrawals withdrawals;
    private final Leavers leavers;

    ExportAttributeFlow(Synchronization synchronization, Page page, Names names, PageAnswers answers) {
        this.synchronization = synchronization;
        this.page = page;
        this.accounts = new OutgoingTargets(synchronization.rules(), page, names);
        this.extension = new ExtensionExports(synchronization, page);
        this.changes = new OutgoingChanges(synchronization, page, names, accounts, extension);
        this.answers = answers;
        this.withdrawals = new Withdrawals(synchronization, page);
        this.leavers = new Leavers(synchronization, page);
    }

    void flow(Map<Long, AccountDecision> decisions) {
        List<MetaverseObject> identities = page.affected();
        List<FlowTarget> targets = new ArrayList<>();
        for (MetaverseObject identity : identities) {
            for (ConnectorSpaceObject account : accountsOf(identity)) {
                targets.add(new FlowTarget(identity, account, decisions.get(account.id())));
            }
        }
        List<FlowTarget> staying = targets.stream().filter(target -> !leavers.leaves(target)).toList();
        staying.forEach(this::ask);
        extension.ask();
        if (synchronization.rules().referencesFlowOut()) {
            staying.forEach(target -> changes.consider(target.identity(), target.account(), target.decision()));
            changes.lead();
            accounts.find(referredTo(identities, staying));
        }
        flow(staying);
        withdrawals.carryOut();
    }

    private void ask(FlowTarget target) {
        if (Departure.canBeWritten(synchronization, target.account())) {
            extension.consider(target.identity(), target.account());
        }
    }

    private List<ConnectorSpaceObject> accountsOf(MetaverseObject identity) {
        return page.accounts(identity.id()).stream()
                .filter(account -> page.decidesOf(identity.id(), account.connector()))
                .toList();
    }

    /** Flows that ask are evaluated again when their questions are answered; the last round takes what it gets. */
    private void flow(List<FlowTarget> targets) {
        List<FlowTarget> open = targets;
        for (int round = 1; round <= ROUNDS && !open.isEmpty(); round++) {
            boolean last = round == ROUNDS;
            List<Flowed> flowed = synchronization.workers().map(open, this::evaluate);
            open = flowed.stream().filter(flow -> !take(flow, last)).map(Flowed::target).toList();
            answers.answer();
        }
    }

    /** What flows to an account, and what its flows asked; {@code wanted} is null where nothing flows. */
    private record Flowed(FlowTarget target, Wanted wanted, Set<Question> asked) {}

    private Set<Long> referredTo(List<MetaverseObject> identities, List<FlowTarget> targets) {
        Map<Long, List<ConnectorSpaceObject>> staying = targets.stream().collect(Collectors.groupingBy(
                target -> target.identity().id(), Collectors.mapping(FlowTarget::account, Collectors.toList())));
        Set<Long> referredTo = new HashSet<>();
        for (MetaverseObject identity : identities) {
            Set<String> settled = changes.settled(identity, staying.getOrDefault(identity.id(), List.of()));
            Stream.of(identity, page.storedIdentity(identity.id())).filter(Objects::nonNull)
                    .forEach(state -> Names.addReferredTo(state, settled, referredTo));
        }
        return referredTo;
    }

    private Flowed evaluate(FlowTarget target) {
        ConnectorSpaceObject account = target.account();
        Set<Question> asked = new LinkedHashSet<>();
        if (!Departure.canBeWritten(synchronization, account)) {
            return new Flowed(target, null, asked);
        }
        List<AttributeFlows> flows = extension.flows(account, target.identity());
        boolean anything = account.isDraft()
                || target.decision() != null
                || flows.stream().anyMatch(rules -> !rules.exports().isEmpty());
        return new Flowed(target, anything ? wanted(target, flows, asked) : null, asked);
    }

    /** Whether it is done; if not, it asked. */
    private boolean take(Flowed flowed, boolean last) {
        if (flowed.wanted() == null) {
            return true;
        }
        if (!flowed.asked().isEmpty() && !last) {
            answers.ask(flowed.asked());
            return false;
        }
        ConnectorSpaceObject account = flowed.target().account();
        Wanted wanted = flowed.wanted();
        want(flowed.target(), wanted);
        wanted.failures().forEach(failure -> fail(account, failure));
        wanted.trace().forEach(line -> trace(account, line));
        return true;
    }

    private void want(FlowTarget target, Wanted wanted) {
        ConnectorSpaceObject account = target.account();
        RequiredReferences required = RequiredReferences.of(account, wanted, synchronization.rules());
        page.references().note(account.id(), required.listed());
        if (wanted.empty() instanceof WhenEmpty.Delete && !account.isDraft()) {
            trace(account, "It is left without a value that it must have, and goes.");
            Departure.delete(page, synchronization, account);
            return;
        }
        boolean waits = account.isDraft() && (wanted.empty() != null || required.areOwed());
        AccountDecision decision = target.decision();
        want(account, waits ? null : DecidedValues.of(wanted.attributes(), decision), leaving(target));
        page.references().note(account.id(), synchronization.stillHeldBack(page.object(account.id())));
        withdrawals.consider(account.id(), wanted.retained());
    }

    private Wanted wanted(FlowTarget target, List<AttributeFlows> flows, Set<Question> asked) {
        return ExportFlows.wanted(
                outgoing(target),
                flows,
                new Referring(target.account()),
                synchronization.rules().gate(),
                question -> {
                    Content answer = answers.to(question);
                    if (answer == null) {
                        asked.add(question);
                    }
                    return answer;
                },
                page.present(target.identity()),
                synchronization.trace().isOn());
    }

    /** Leads references of identities to accounts in the system of an account. */
    private final class Referring implements OutgoingReferences {
        private final ConnectorSpaceObject account;

        private Referring(ConnectorSpaceObject account) {
            this.account = account;
        }

        @Override
        public ReferenceValue accountOf(long identity, String attribute) {
            return accounts.accountOf(identity, attribute, account);
        }

        @Override
        public Led led(AttributeFlows.ExportFlow flow) {
            return changes.of(account, flow);
        }
    }

    private Outgoing outgoing(FlowTarget target) {
        MetaverseObject identity = target.identity();
        MetaverseObject stored = page.storedIdentity(identity.id());
        return new Outgoing(
                identity,
                stored == null ? identity : TypeChange.apply(stored, identity.type()),
                page.accounts(identity.id()),
                target.account(),
                DecidedValues.name(target.account().dn(), target.decision()));
    }

    /** Where provisioning failed, what is noted at the account stays. */
    private static Leaving leaving(FlowTarget target) {
        return target.decision() == null ? target.account().leaving() : target.decision().leaving();
    }

    private void want(ConnectorSpaceObject account, Attributes wanted, Leaving leaving) {
        Hologram hologram = account.hologram().want(wanted);
        boolean flowed = !hologram.pendingExport().equals(account.hologram().pendingExport());
        page.counters().count(counter(account, hologram, flowed), account, hologram.pendingExport());
        page.put(account.with(hologram).with(leaving));
    }

    private Counter counter(ConnectorSpaceObject account, Hologram hologram, boolean flowed) {
        if (account.isDraft() && page.stored(account) == null) {
            return flowed ? Counter.PROVISIONED_ADD_FLOW : Counter.PROVISIONED_ADD_NO_FLOW;
        }
        boolean renamed =
                !account.isDraft() && hologram.pendingExport().change(account.type().index(ObjectType.DN)) != null;
        boolean onlyRenamed = renamed && hologram.pendingExport().changes().size() == 1;
        return !flowed
                ? Counter.OUTBOUND_NO_FLOW
                : onlyRenamed
                        ? Counter.PROVISIONED_RENAME_NO_FLOW
                        : renamed ? Counter.PROVISIONED_RENAME_FLOW : Counter.OUTBOUND_FLOW;
    }

    private void fail(ConnectorSpaceObject account, FlowFailure failure) {
        page.count(Counter.OUTBOUND_FAILURE, account);
        page.fail(Errors.ofAccount(
                account, failure.code(), failure.message(), failure.rule(), failure.location(), synchronization.now()));
    }

    private void trace(ConnectorSpaceObject account, String text) {
        synchronization.trace().note("export flow", account.title(), text);
    }

    private void trace(ConnectorSpaceObject account, FlowTrace line) {
        synchronization.trace().note(
                "export flow",
                account.title(),
                line,
                account.type().attribute(account.type().index(line.attribute())).sensitive());
    }
}
