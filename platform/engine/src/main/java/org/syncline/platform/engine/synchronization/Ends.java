package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.run.Counter;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.rules.provisioning.AccountRules;
import org.syncline.rules.provisioning.EndDecision;
import org.syncline.rules.provisioning.IdentityEnd;
import org.syncline.rules.provisioning.IdentityState;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/** The end of identities: judged whenever a link broke and while an end is pending, carried out account by account. */
final class Ends {
    private final Synchronization synchronization;
    private final Page page;
    private final PageAnswers answers;

    Ends(Synchronization synchronization, Page page, PageAnswers answers) {
        this.synchronization = synchronization;
        this.page = page;
        this.answers = answers;
    }

    /** Those that links end, before values flow: what a lost link brought stays while an end is pending. */
    void judgeLinks() {
        judge(policy -> !(policy instanceof EndPolicy.When));
    }

    /** Those that a condition ends, which reads the values that have flowed. */
    void judgeConditions() {
        judge(EndPolicy.When.class::isInstance);
    }

    private void judge(Predicate<EndPolicy> judged) {
        List<MetaverseObject> known = page.affected().stream()
                .filter(identity -> judged.test(type(identity).ends()))
                .filter(identity -> page.storedIdentity(identity.id()) != null || !page.lost(identity.id()).isEmpty())
                .toList();
        List<Verdict> verdicts = synchronization.workers().map(known, this::judge);
        List<MetaverseObject> due = verdicts.stream()
                .filter(verdict -> verdict.decision() instanceof EndDecision.Ends)
                .map(Verdict::identity)
                .toList();
        Map<Long, Set<String>> returns =
                due.isEmpty() ? Map.of() : new StagedReturns(synchronization, page).among(due);
        verdicts.forEach(verdict -> carryOut(verdict, returns.get(verdict.identity().id())));
    }

    /** Nothing of an end is carried out while its cause may be gone already. */
    private void await(MetaverseObject identity, Instant since, Set<String> connectors) {
        trace(identity, StagedReturns.describe(connectors));
        page.put(identity.endingSince(since));
        page.evaluations().wakeAtTheEnd(identity.id());
    }

    /** The decision is null for a group that follows from attributes. */
    private record Verdict(MetaverseObject identity, EndDecision decision) {}

    /** Groups that follow from attributes: members end them, not links. */
    void judgeGroups(Set<Long> groups) {
        groups.stream().sorted().map(page::identity).filter(Objects::nonNull).forEach(this::judgeGroup);
    }

    private void judgeGroup(MetaverseObject group) {
        if (FollowedGroup.isOver(group, synchronization.rules().ruleset().groupRules())) {
            end(group, group.isEnding() ? group.endingSince() : synchronization.now());
        } else {
            live(group);
        }
    }

    private MetaverseType type(MetaverseObject identity) {
        return synchronization.rules().metaverseType(identity.type().name());
    }

    private Verdict judge(MetaverseObject identity) {
        boolean follows = GroupRules.originOf(identity) != null;
        return new Verdict(
                identity,
                follows
                        ? null
                        : IdentityEnd.judge(
                                type(identity),
                                identity,
                                page.accounts(identity.id()),
                                new IdentityEnd.Links(page.lost(identity.id()), found(identity)),
                                page.present(identity)));
    }

    /** @param returns the connectors of what may be its return; null for none */
    private void carryOut(Verdict verdict, Set<String> returns) {
        MetaverseObject identity = verdict.identity();
        switch (verdict.decision()) {
            case null -> judgeGroup(identity);
            case EndDecision.Lives lives -> live(identity);
            case EndDecision.Ending ending -> {
                trace(identity, "Its end is pending until " + ending.due() + ".");
                page.put(identity.endingSince(ending.since()));
            }
            case EndDecision.Ends ends when returns != null -> await(identity, ends.since(), returns);
            case EndDecision.Ends ends -> end(identity, ends.since());
        }
    }

    /** The connectors in which it got a link in this page that provisioning did not make. */
    private Set<String> found(MetaverseObject identity) {
        return page.accounts(identity.id()).stream()
                .filter(account -> account.link().origin() != Link.Origin.PROVISIONING)
                .filter(account -> page.stored(account) == null
                        || page.stored(account).link().identity() != identity.id())
                .map(ConnectorSpaceObject::connector)
                .collect(Collectors.toSet());
    }

    private void live(MetaverseObject identity) {
        if (identity.isEnding()) {
            trace(identity, "Its end is cancelled.");
            page.put(identity.endingSince(null));
        }
    }

    private void end(MetaverseObject identity, Instant since) {
        trace(identity, "It ends.");
        synchronization.trace().act("end of identity", identity.id(), identity.type().name(),
                type(identity).location());
        IdentityState state = new IdentityState(
                identity,
                page.accounts(identity.id()),
                Set.of(),
                page.present(identity),
                answers);
        boolean done = true;
        for (ConnectorSpaceObject account : page.accounts(identity.id())) {
            done &= leave(account, identity, state);
        }
        if (done) {
            page.removeIdentity(identity.id());
        } else {
            page.put(identity.endingSince(since));
        }
    }

    private void note(ConnectorSpaceObject account, AccountDecision.Deprovision decision) {
        Stream.concat(decision.stages().stream(), decision.settings().stream().map(AccountDecision.Setting::location))
                .filter(Objects::nonNull)
                .forEach(place -> synchronization.trace()
                        .act("end of account", account.id(), decision.rule(), place));
    }

    /** Carries out what is due for one account; whether nothing is left to do. */
    private boolean leave(ConnectorSpaceObject account, MetaverseObject identity, IdentityState state) {
        Optional<ProvisioningRules> rules = synchronization.rules().provisioning(account, identity);
        AccountDecision decision = AccountRules.end(rules.orElse(null), state, account);
        if (!(decision instanceof AccountDecision.Deprovision deprovision)) {
            return fail(account, decision);
        }
        note(account, deprovision);
        ConnectorSpaceObject leaving = account.with(deprovision.leaving());
        if (Departure.isDue(deprovision)) {
            Departure.carryOut(page, synchronization, leaving, deprovision);
            return true;
        }
        return Departure.exists(account) ? disable(leaving, deprovision) : withdraw(leaving);
    }

    /** What does not exist yet has nothing to disable: it is not created, unless it is being sent this very moment. */
    private boolean withdraw(ConnectorSpaceObject account) {
        if (account.isDraft() && synchronization.isInFlight(account)) {
            page.evaluations().wakeLater(account.link().identity());
            return false;
        }
        page.remove(account);
        return true;
    }

    /** When its last outcome is done the link goes; what is still to be sent stays. */
    private boolean disable(ConnectorSpaceObject account, AccountDecision.Deprovision decision) {
        boolean isDisabled = !decision.due().isEmpty() && Departure.canBeWritten(synchronization, account);
        ConnectorSpaceObject disabled = isDisabled ? Departure.wanting(account, decision) : account;
        if (!disabled.hologram().pendingExport().equals(account.hologram().pendingExport())) {
            page.counters().count(Counter.PROVISIONED_DISABLE, account, disabled.hologram().pendingExport());
        }
        boolean isLast = decision.next() == null;
        page.put(isLast ? disabled.with(Link.DISCONNECTED) : disabled);
        return isLast;
    }

    private boolean fail(ConnectorSpaceObject account, AccountDecision decision) {
        if (decision instanceof AccountDecision.Failed failed) {
            page.count(Counter.OUTBOUND_FAILURE, account);
            page.fail(Errors.ofAccount(
                    account, failed.code(), failed.message(), failed.rule(), failed.location(), synchronization.now()));
        }
        return false;
    }

    private void trace(MetaverseObject identity, String text) {
        synchronization.trace().note("end of identity", "identity #" + identity.id(), text);
    }
}
