package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.rules.join.Adoption;
import org.syncline.rules.join.AdoptionDecision;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.rules.provisioning.AccountRules;
import org.syncline.rules.provisioning.IdentityState;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/**
 * Provisioning: which accounts the identities of a page gain, and what rules those they have. The rules of a page are asked in rounds;
 * after each, its questions are answered together.
 */
final class Provisioning {
    private static final int ROUNDS = 12;

    /** One identity and one target; {@code provision} is set once an account is to be created. */
    private record Task(long identity, ProvisioningRules rules, ProvisioningRules.Provision provision) {
        TypeName type() {
            return new TypeName(rules.connector(), rules.objectType());
        }
    }

    private final Synchronization synchronization;
    private final Page page;
    private final PageAnswers answers;
    private final Map<Long, AccountDecision> decisions = new HashMap<>();
    private final Map<ContentHash, Long> draftNames = new HashMap<>();

    Provisioning(Synchronization synchronization, Page page, PageAnswers answers) {
        this.synchronization = synchronization;
        this.page = page;
        this.answers = answers;
    }

    /** Decides for every affected identity; the result is what rules the accounts that export flow writes to. */
    Map<Long, AccountDecision> provision() {
        new WaitingDrafts(synchronization, page).dropThoseThatAreTaken();
        List<Task> open = tasks();
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            open = decide(open);
            answers.answer();
        }
        open.forEach(task -> fail(
                task,
                "provisioning-loop",
                "The rules still ask for other values after " + ROUNDS
                        + " rounds. Give them more ways to a free value.",
                task.rules().location()));
        return decisions;
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (MetaverseObject identity : page.affected()) {
            synchronization.rules().provisioning(identity.type().name())
                    .forEach(rules -> tasks.add(new Task(identity.id(), rules, null)));
        }
        return tasks;
    }

    /** One round; the result are the tasks that need another one. */
    private List<Task> decide(List<Task> tasks) {
        List<Task> open = new ArrayList<>();
        List<Task> wanting = new ArrayList<>();
        List<Task> creating = new ArrayList<>();
        for (Verdict verdict : synchronization.workers().map(tasks, this::judge)) {
            Task task = verdict.task();
            AccountDecision decision = stands(verdict) ? verdict.decision() : decide(task, answers);
            switch (decision) {
                case AccountDecision.Nothing nothing -> leave(task, nothing);
                case AccountDecision.Wants wants -> {
                    if (mayCreate(task)) {
                        wanting.add(new Task(task.identity(), task.rules(), wants.rule()));
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
                case AccountDecision.Failed failed -> fail(task, failed.code(), failed.message(), failed.location());
            }
        }
        dropTakenNames(creating);
        open.addAll(adopt(wanting));
        return open;
    }

    /** What the rules decided, the accounts they saw, and the values that nobody used then; null if they were not asked. */
    private record Verdict(
            Task task, AccountDecision decision, List<ConnectorSpaceObject> accounts, List<Question.InUse> free) {}

    /** Whatever changes the page is left to {@link #decide} of the loop. */
    private Verdict judge(Task task) {
        List<Question.InUse> free = new ArrayList<>();
        List<ConnectorSpaceObject> accounts = page.accounts(task.identity());
        ConnectorSpaceObject account = account(task);
        if (account != null && Inbound.isKeptAsDeleted(account)) {
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

    private AccountDecision decide(Task task, Answers asked) {
        IdentityState state = state(page.identity(task.identity()), asked);
        if (task.provision() == null) {
            ConnectorSpaceObject account = account(task);
            return account != null && Inbound.isKeptAsDeleted(account)
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
    private AccountDecision missing(Task task, IdentityState state, ConnectorSpaceObject account) {
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
        if (!Inbound.isKeptAsDeleted(stored)) {
            Attributes known = stored.hologram().known();
            page.fail(Errors.of(
                    account.connector(),
                    account.id(),
                    known != null && known.dn() != null ? known.dn() : stored.title(),
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

    private ConnectorSpaceObject account(Task task) {
        return page.accounts(task.identity()).stream()
                .filter(account -> TypeName.of(account).equals(task.type()))
                .findFirst()
                .orElse(null);
    }

    private boolean mayCreate(Task task) {
        ConnectedObjectType type = synchronization
                .rules()
                .connector(task.rules().connector())
                .objectType(task.rules().objectType())
                .orElseThrow();
        if (type.allow() == ConnectedObjectType.Allow.UPDATE) {
            trace(task, "The object type allows updates only; no account is created.");
            return false;
        }
        if (!synchronization.state(task.rules().connector()).wasRead()) {
            fail(
                    task,
                    "target-not-read",
                    "No account is created in '" + task.rules().connector()
                            + "', because no full import of it has ended well. Run a full import of it first.",
                    task.rules().location());
            return false;
        }
        return true;
    }

    private void leave(Task task, AccountDecision.Nothing nothing) {
        if (account(task) != null) {
            decisions.put(account(task).id(), nothing);
        }
        trace(task, nothing.reason());
    }

    /** The account goes first; when its system has confirmed that, the rules decide as if there had never been one. */
    private void makeAnew(Task task, AccountDecision.Reprovision decision, List<Task> open) {
        ConnectorSpaceObject account = account(task);
        if (Inbound.isGone(account)) {
            trace(task, "Its deletion is confirmed: it is created anew.");
            page.remove(account);
            open.add(task);
        } else {
            rule(task, decision, List.of());
            page.wakeLater(task.identity());
        }
    }

    private void rule(Task task, AccountDecision decision, List<AccountDecision.Reservation> reserved) {
        answers.reserve(task.identity(), task.rules().connector(), reserved);
        decisions.put(account(task).id(), decision);
        trace(task, decision.toString());
    }

    private void create(Task task, AccountDecision.Create create, List<Task> creating) {
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
        trace(task, "'" + create.rule().name() + "' creates " + account.title() + ".");
    }

    /** Takes back what would be created under a name that is taken. */
    private void dropTakenNames(List<Task> created) {
        Map<ContentHash, Task> names = new HashMap<>();
        for (Task task : created) {
            String dn = account(task).dn();
            if (dn != null) {
                ContentHash key = Keys.dn(task.rules().connector(), dn);
                if (draftNames.putIfAbsent(key, task.identity()) != null) {
                    dropTaken(task, dn);
                } else {
                    names.put(key, task);
                }
            }
        }
        if (names.isEmpty()) {
            return;
        }
        synchronization.store().connectorSpace().findNames(names.keySet()).forEach((key, holders) -> {
            List<AccountName> holding = holders.stream().filter(this::stillHoldsItsName).toList();
            if (!holding.isEmpty() && holding.stream().allMatch(AccountName::gone)) {
                waitForDeletion(names.get(key));
            } else if (!holding.isEmpty()) {
                dropTaken(names.get(key), account(names.get(key)).dn());
            }
        });
    }

    /** Who has the name is being deleted: it is free once that is confirmed. */
    private void waitForDeletion(Task task) {
        trace(task, "An account that is being deleted has the name; creation waits until the deletion is confirmed.");
        page.remove(account(task));
        page.wakeLater(task.identity());
    }

    private boolean stillHoldsItsName(AccountName holder) {
        return page.object(holder.id()) != null || !page.holds(holder.id());
    }

    private void dropTaken(Task task, String dn) {
        page.remove(account(task));
        fail(
                task,
                "dn-in-use",
                "'" + dn + "' exists in '" + task.rules().connector()
                        + "' already and no join rule adopts it. Add a join rule, or give the new account another name.",
                task.provision().location());
    }

    /** Looks for existing accounts of identities that want one; the result are the tasks that create, or rule what they found. */
    private List<Task> adopt(List<Task> wanting) {
        Map<Task, Set<ContentHash>> keys = new HashMap<>();
        Set<ContentHash> all = new HashSet<>();
        for (Task task : wanting) {
            Set<ContentHash> own = adoptionKeys(task);
            keys.put(task, own);
            all.addAll(own);
        }
        Map<ContentHash, List<Long>> found =
                all.isEmpty() ? Map.of() : synchronization.store().connectorSpace().find(all);
        page.loadObjects(found.values().stream().flatMap(List::stream).distinct().toList());
        List<Task> open = new ArrayList<>();
        for (Task task : wanting) {
            List<ConnectorSpaceObject> candidates = keys.get(task).stream()
                    .flatMap(key -> found.getOrDefault(key, List.of()).stream())
                    .distinct()
                    .sorted()
                    .map(page::object)
                    .filter(candidate -> candidate != null && TypeName.of(candidate).equals(task.type()))
                    .toList();
            if (adopt(task, candidates)) {
                open.add(task);
            } else if (account(task) != null) {
                open.add(new Task(task.identity(), task.rules(), null));
            }
        }
        return open;
    }

    private Set<ContentHash> adoptionKeys(Task task) {
        Set<ContentHash> keys = new HashSet<>();
        joinRules(task).ifPresent(rules -> {
            for (JoinKey key : Adoption.keys(rules, page.identity(task.identity()))) {
                keys.add(Keys.joinKey(task.rules().connector(), key.criterion(), key.key()));
            }
        });
        return keys;
    }

    private Optional<JoinRules> joinRules(Task task) {
        return synchronization
                .rules()
                .joinRules(task.type())
                .filter(rules -> rules.metaverseType().equals(task.rules().metaverseType()));
    }

    /** Whether no account exists and one is to be created. */
    private boolean adopt(Task task, List<ConnectorSpaceObject> candidates) {
        if (joinRules(task).isEmpty()) {
            return true;
        }
        if (candidates.stream().anyMatch(Provisioning::isBeingDeleted)) {
            trace(task, "An account that is being deleted matches; creation waits until the deletion is confirmed.");
            page.wakeLater(task.identity());
            return false;
        }
        AdoptionDecision decision = Adoption.decide(
                joinRules(task).get(), page.identity(task.identity()), candidates,
                page.present(page.identity(task.identity())));
        return switch (decision) {
            case AdoptionDecision.NoneFound none -> true;
            case AdoptionDecision.Adopt adopt -> {
                adopt(task, page.object(adopt.object()), adopt.criterion());
                yield false;
            }
            case AdoptionDecision.Ambiguous ambiguous -> {
                fail(
                        task,
                        "ambiguous-join",
                        "The objects " + ambiguous.objects() + " of '" + task.rules().connector()
                                + "' all match by '" + ambiguous.criterion()
                                + "'. No account is created. Join one by hand, or make the criterion narrower.",
                        task.rules().location());
                yield false;
            }
            case AdoptionDecision.AccountExists exists -> {
                fail(task, "account-exists", exists.reason(), task.rules().location());
                yield false;
            }
            case AdoptionDecision.Failed failed -> {
                fail(task, "join-failed", failed.message(), failed.location());
                yield false;
            }
        };
    }

    private static boolean isBeingDeleted(ConnectorSpaceObject candidate) {
        return !candidate.isDraft() && candidate.hologram().exported() == null;
    }

    private void adopt(Task task, ConnectorSpaceObject found, String criterion) {
        page.put(found.with(Link.joined(task.identity(), Link.Origin.PROVISIONING))
                .with(found.hologram().want(found.hologram().exported()))
                .with(Inbound.leavingBefore(found)));
        if (synchronization.rules().flows(found, page.identity(task.identity())).stream()
                .anyMatch(flows -> !flows.imports().isEmpty())) {
            page.evaluateAgain(task.identity());
        }
        page.count(Counter.PROVISIONED_JOINED, found);
        trace(task, "Adopts " + found.title() + " by '" + criterion + "' instead of creating a second account.");
    }

    private void fail(Task task, String code, String message, RuleLocation location) {
        MetaverseObject identity = page.identity(task.identity());
        ConnectorSpaceObject concerned = concerned(identity);
        String rule = task.provision() == null ? "provisioning" : task.provision().name();
        page.counters().count(Counter.OUTBOUND_FAILURE, task.rules().connector(), concerned);
        page.fail(Errors.of(
                task.rules().connector(),
                concerned.id(),
                concerned.title(),
                code,
                message,
                rule,
                location,
                synchronization.now()));
        trace(task, code + ": " + message);
    }

    /** The object whose error it is: of the identity, or, for a group that follows from attributes, of its first member. */
    private ConnectorSpaceObject concerned(MetaverseObject identity) {
        List<ConnectorSpaceObject> accounts = page.accounts(identity.id());
        if (!accounts.isEmpty()) {
            return accounts.getFirst();
        }
        page.wakeLater(identity.id());
        return firstMember(identity)
                .orElseThrow(() -> new IllegalStateException("Identity #" + identity.id() + " has no link"));
    }

    private Optional<ConnectorSpaceObject> firstMember(MetaverseObject group) {
        Optional<Long> member = group.type().attributes().stream()
                .flatMap(attribute -> group.attributes().get(attribute.name()).asList().stream())
                .filter(ReferenceValue.class::isInstance)
                .map(value -> ((ReferenceValue) value).identity())
                .findFirst();
        page.loadIdentities(member.stream().toList());
        return member.flatMap(found -> page.accounts(found).stream().findFirst());
    }

    private void trace(Task task, String text) {
        synchronization
                .trace()
                .note("provisioning", "identity #" + task.identity() + " in '" + task.rules().connector() + "'", text);
    }
}
