package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.rules.provisioning.AccountRules;
import org.syncline.rules.provisioning.IdentityState;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Provisioning: which accounts the identities of a page gain, and what rules those they have. The rules of a page are asked in rounds;
 * after each, its questions are answered together.
 */
final class Provisioning {
    private static final int ROUNDS = 10;

    private final Synchronization synchronization;
    private final Page page;
    private final PageAnswers answers;
    private final ProvisioningNotes notes;
    private final Adopting adopting;
    private final DraftNames draftNames;
    private final Map<Long, AccountDecision> decisions = new HashMap<>();

    Provisioning(Synchronization synchronization, Page page, PageAnswers answers) {
        this.synchronization = synchronization;
        this.page = page;
        this.answers = answers;
        this.notes = new ProvisioningNotes(synchronization, page);
        this.adopting = new Adopting(synchronization, page, notes);
        this.draftNames = new DraftNames(synchronization, page, notes);
    }

    /** Decides for every affected identity; the result is what rules the accounts that export flow writes to. */
    Map<Long, AccountDecision> provision() {
        new WaitingDrafts(synchronization, page).dropThoseThatAreTaken();
        List<ProvisioningTask> open = new ExtensionAccounts(synchronization, page, notes).extend(tasks());
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            open = decide(open);
            answers.answer();
        }
        open.forEach(task -> notes.fail(
                task,
                "provisioning-loop",
                "The rules still ask for other values after " + ROUNDS
                        + " rounds. Give them more ways to a free value.",
                task.rules().location()));
        return decisions;
    }

    /** None for an identity that nothing stands for; a group that follows from attributes stands for its members. */
    private List<ProvisioningTask> tasks() {
        List<ProvisioningTask> tasks = new ArrayList<>();
        for (MetaverseObject identity : page.affected()) {
            if (!page.accounts(identity.id()).isEmpty() || GroupRules.originOf(identity) != null) {
                synchronization.rules().provisioning(identity.type().name()).stream()
                        .filter(rules -> page.decidesOf(identity.id(), rules.connector()))
                        .forEach(rules -> tasks.add(new ProvisioningTask(identity.id(), rules, null)));
            }
        }
        return tasks;
    }

    /** One round; the result are the tasks that need another one. */
    private List<ProvisioningTask> decide(List<ProvisioningTask> tasks) {
        List<ProvisioningTask> open = new ArrayList<>();
        List<ProvisioningTask> wanting = new ArrayList<>();
        List<ProvisioningTask> creating = new ArrayList<>();
        for (Verdict verdict : synchronization.workers().map(tasks, this::judge)) {
            ProvisioningTask task = verdict.task();
            AccountDecision decision = stands(verdict) ? verdict.decision() : decide(task, answers);
            switch (decision) {
                case AccountDecision.Nothing nothing -> leave(task, nothing);
                case AccountDecision.Wants wants -> {
                    notes.act(0, wants.rule().name(), wants.rule().location());
                    if (mayCreate(task)) {
                        wanting.add(new ProvisioningTask(task.identity(), task.rules(), wants.rule()));
                    }
                }
                case AccountDecision.Create create -> create(task, create, creating);
                case AccountDecision.Rename rename -> rule(task, decision, rename.reserved());
                case AccountDecision.Deprovision leaving -> rule(task, decision, List.of());
                case AccountDecision.Reprovision anew -> makeAnew(task, anew, open);
                case AccountDecision.Enable enable -> rule(
                        task, decision, enable.rename() == null ? List.of() : enable.rename().reserved());
                case AccountDecision.Asks asks -> {
                    answers.ask(asks.questions());
                    open.add(task);
                }
                case AccountDecision.Failed failed ->
                        notes.fail(task, failed.code(), failed.message(), failed.location());
            }
        }
        draftNames.dropTaken(creating);
        open.addAll(adopting.adopt(wanting));
        return open;
    }

    /** What the rules decided, the accounts they saw, and the values that nobody used then; null if they were not asked. */
    private record Verdict(
            ProvisioningTask task, AccountDecision decision, List<ConnectorSpaceObject> accounts,
            List<Question.InUse> free) {}

    /** Whatever changes the page is left to {@link #decide} of the loop. */
    private Verdict judge(ProvisioningTask task) {
        List<Question.InUse> free = new ArrayList<>();
        List<ConnectorSpaceObject> accounts = page.accounts(task.identity());
        ConnectorSpaceObject account = task.account(page);
        if (account != null && Deletions.isKeptAsDeleted(account)) {
            return new Verdict(task, null, accounts, free);
        }
        return new Verdict(task, decide(task, question -> noting(question, free)), accounts, free);
    }

    private Content noting(Question question, List<Question.InUse> free) {
        Content answer = answers.to(question);
        if (question instanceof Question.InUse inUse && answer != BooleanValue.TRUE) {
            free.add(inUse);
        }
        return answer;
    }

    /** Whether the rules would decide the same after the tasks before: no value was reserved since, no account of theirs changed. */
    private boolean stands(Verdict verdict) {
        return verdict.decision() != null
                && verdict.accounts() == page.accounts(verdict.task().identity())
                && verdict.free().stream().noneMatch(answers::isReserved);
    }

    private AccountDecision decide(ProvisioningTask task, Answers asked) {
        IdentityState state = state(page.identity(task.identity()), asked);
        if (task.provision() == null) {
            ConnectorSpaceObject account = task.account(page);
            return account != null && Deletions.isKeptAsDeleted(account)
                    ? missing(task, state, account)
                    : AccountRules.decide(task.rules(), state, account);
        }
        ConnectedObjectType type = synchronization
                .rules()
                .connector(task.rules().connector())
                .objectType(task.rules().objectType())
                .orElseThrow();
        return AccountRules.draft(task.rules(), task.provision(), type.type(), state);
    }

    /** Somebody deleted the account: the rule that wants one says whether it is created again; if none does, nobody misses it. */
    private AccountDecision missing(ProvisioningTask task, IdentityState state, ConnectorSpaceObject account) {
        AccountDecision decision = AccountRules.decide(task.rules(), state, null);
        return switch (decision) {
            case AccountDecision.Wants wants when wants.rule().ifDeleted() == IfDeleted.REPORT -> {
                reportMissing(account, wants.rule());
                yield new AccountDecision.Nothing("Somebody deleted the account; it is not created again.");
            }
            case AccountDecision.Asks asks -> asks;
            case AccountDecision.Failed failed -> failed;
            default -> {
                page.remove(account);
                yield decision;
            }
        };
    }

    /** Once, when it is missed first; the error stands while it is. */
    private void reportMissing(ConnectorSpaceObject account, ProvisioningRules.Provision rule) {
        ConnectorSpaceObject stored = page.stored(account);
        if (!Deletions.isKeptAsDeleted(stored)) {
            Attributes known = stored.hologram().known();
            page.fail(Errors.of(
                    Concern.ofAccount(
                            new FailedAccount(account.link().identity(), account.connector()),
                            account.id(),
                            known != null && known.dn() != null ? known.dn() : stored.title()),
                    "account-deleted",
                    "The account of identity #" + account.link().identity() + " was deleted in '" + account.connector()
                            + "' by somebody else. It is not created again, because the rule says if-deleted=\"report\".",
                    rule.name(),
                    rule.location(),
                    synchronization.now()));
        }
    }

    private IdentityState state(MetaverseObject identity, Answers asked) {
        return new IdentityState(
                identity, page.accounts(identity.id()), changed(identity), page.present(identity), asked);
    }

    private Set<String> changed(MetaverseObject identity) {
        MetaverseObject before = page.storedIdentity(identity.id());
        if (before == identity) {
            return Set.of();
        }
        Set<String> changed = new HashSet<>();
        for (int index = 0; index < identity.type().size(); index++) {
            String attribute = identity.type().attribute(index).name();
            boolean same = before != null
                    && before.type().has(attribute)
                    && before.attributes().get(attribute).equals(identity.attributes().get(index));
            if (!same && (before != null || identity.attributes().get(index).isPresent())) {
                changed.add(attribute);
            }
        }
        return changed;
    }

    private boolean mayCreate(ProvisioningTask task) {
        ConnectedObjectType type = synchronization
                .rules()
                .connector(task.rules().connector())
                .objectType(task.rules().objectType())
                .orElseThrow();
        if (!type.allow().add()) {
            notes.trace(task, "The object type allows no more than \"" + type.allow().text()
                    + "\"; no account is created.");
            return false;
        }
        if (!synchronization.state(task.rules().connector()).wasRead()) {
            notes.fail(
                    task,
                    "target-not-read",
                    "No account is created in '" + task.rules().connector()
                            + "', because no full import of it has ended well. Run a full import of it first.",
                    task.rules().location());
            return false;
        }
        return true;
    }

    private void leave(ProvisioningTask task, AccountDecision.Nothing nothing) {
        if (task.account(page) != null) {
            decisions.put(task.account(page).id(), nothing);
        }
        notes.trace(task, nothing.reason());
    }

    /** The account goes first; when its system has confirmed that, the rules decide as if there had never been one. */
    private void makeAnew(ProvisioningTask task, AccountDecision.Reprovision decision, List<ProvisioningTask> open) {
        ConnectorSpaceObject account = task.account(page);
        if (Deletions.isGone(account)) {
            notes.trace(task, "Its deletion is confirmed: it is created anew.");
            page.remove(account);
            open.add(task);
        } else {
            rule(task, decision, List.of());
            page.evaluations().wakeLater(task.identity());
        }
    }

    private void rule(ProvisioningTask task, AccountDecision decision, List<AccountDecision.Reservation> reserved) {
        answers.reserve(task.identity(), task.rules().connector(), reserved);
        decisions.put(task.account(page).id(), decision);
        notes.trace(task, decision.toString());
        notes.act(task, decision);
    }

    private void create(ProvisioningTask task, AccountDecision.Create create, List<ProvisioningTask> creating) {
        answers.reserve(task.identity(), task.rules().connector(), create.reserved());
        ConnectorSpaceObject account = ConnectorSpaceObject.unseen(
                synchronization.numbers().nextObject(),
                task.rules().connector(),
                null,
                create.attributes().type())
                .with(Link.joined(task.identity(), Link.Origin.PROVISIONING))
                .withDraft(create.attributes())
                .with(create.leaving());
        page.put(account);
        creating.add(task);
        notes.act(account.id(), create.rule().name(), create.rule().location());
        notes.trace(task, "'" + create.rule().name() + "' creates " + account.title() + ".");
    }
}
