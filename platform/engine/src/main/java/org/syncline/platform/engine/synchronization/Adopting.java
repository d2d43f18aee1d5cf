package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.rules.join.Adoption;
import org.syncline.rules.join.AdoptionDecision;
import org.syncline.rules.join.JoinKey;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Link;

/** Adopts accounts that exist, before others are created. */
final class Adopting {
    private final Synchronization synchronization;
    private final Page page;
    private final ProvisioningNotes notes;

    Adopting(Synchronization synchronization, Page page, ProvisioningNotes notes) {
        this.synchronization = synchronization;
        this.page = page;
        this.notes = notes;
    }

    /** Looks for existing accounts of identities that want one; the result are the tasks that create, or rule what they found. */
    List<ProvisioningTask> adopt(List<ProvisioningTask> wanting) {
        Map<ProvisioningTask, Set<ContentHash>> keys = new HashMap<>();
        Set<ContentHash> all = new HashSet<>();
        for (ProvisioningTask task : wanting) {
            Set<ContentHash> own = adoptionKeys(task);
            keys.put(task, own);
            all.addAll(own);
        }
        Map<ContentHash, List<Long>> found =
                all.isEmpty() ? Map.of() : synchronization.store().connectorSpace().find(all);
        page.loadObjects(found.values().stream().flatMap(List::stream).distinct().toList());
        List<ProvisioningTask> open = new ArrayList<>();
        for (ProvisioningTask task : wanting) {
            List<ConnectorSpaceObject> candidates = keys.get(task).stream()
                    .flatMap(key -> found.getOrDefault(key, List.of()).stream())
                    .distinct()
                    .sorted()
                    .map(page::object)
                    .filter(candidate -> candidate != null && TypeName.of(candidate).equals(task.type()))
                    .toList();
            if (adopt(task, candidates)) {
                open.add(task);
            } else if (task.account(page) != null) {
                open.add(new ProvisioningTask(task.identity(), task.rules(), null));
            }
        }
        return open;
    }

    private Set<ContentHash> adoptionKeys(ProvisioningTask task) {
        Set<ContentHash> keys = new HashSet<>();
        joinRules(task).forEach(rules -> {
            for (JoinKey key : Adoption.keys(rules, page.identity(task.identity()))) {
                keys.add(Keys.joinKey(task.rules().connector(), key.criterion(), key.key()));
            }
        });
        return keys;
    }

    private List<JoinRules> joinRules(ProvisioningTask task) {
        return synchronization.rules().joinRules(task.type()).stream()
                .filter(rules -> rules.metaverseType().equals(task.rules().metaverseType()))
                .toList();
    }

    /** Whether no account exists and one is to be created. */
    private boolean adopt(ProvisioningTask task, List<ConnectorSpaceObject> candidates) {
        if (joinRules(task).isEmpty()) {
            return true;
        }
        if (candidates.stream().anyMatch(this::isBeingDeleted)) {
            notes.trace(task,
                    "An account that is being deleted matches; creation waits until the deletion is confirmed.");
            page.evaluations().wakeLater(task.identity());
            return false;
        }
        AdoptionDecision decision = Adoption.decide(
                joinRules(task), page.identity(task.identity()), candidates,
                page.present(page.identity(task.identity())));
        return switch (decision) {
            case AdoptionDecision.NoneFound none -> true;
            case AdoptionDecision.Adopt adopt -> {
                adopt(task, page.object(adopt.object()), adopt.criterion());
                yield false;
            }
            case AdoptionDecision.Ambiguous ambiguous -> {
                notes.fail(
                        task,
                        "ambiguous-join",
                        "The objects " + ambiguous.objects() + " of '" + task.rules().connector()
                                + "' all match by '" + ambiguous.criterion()
                                + "'. No account is created. Join one by hand, or make the criterion narrower.",
                        task.rules().location());
                yield false;
            }
            case AdoptionDecision.AccountExists exists -> {
                notes.fail(task, "account-exists", exists.reason(), task.rules().location());
                yield false;
            }
            case AdoptionDecision.Failed failed -> {
                notes.fail(task, "join-failed", failed.message(), failed.location());
                yield false;
            }
        };
    }

    /** Whether its deletion was sent, accepted or not yet answered for. */
    private boolean isBeingDeleted(ConnectorSpaceObject candidate) {
        return !candidate.isDraft()
                && (candidate.hologram().exported() == null || synchronization.mayBeDeleted(candidate));
    }

    private void adopt(ProvisioningTask task, ConnectorSpaceObject found, JoinRules.Criterion criterion) {
        synchronization.trace().act("join", found.id(), criterion.name(), criterion.location());
        page.put(found.with(Link.joined(task.identity(), Link.Origin.PROVISIONING))
                .with(found.hologram().want(found.hologram().exported()))
                .with(Joins.leavingBefore(found)));
        if (synchronization.rules().contributes(found, page.identity(task.identity()))) {
            page.evaluations().wakeAgain(task.identity());
        }
        page.count(Counter.PROVISIONED_JOINED, found);
        notes.trace(task,
                "Adopts " + found.title() + " by '" + criterion.name() + "' instead of creating a second account.");
    }
}
