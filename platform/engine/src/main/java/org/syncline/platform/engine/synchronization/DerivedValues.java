package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Connection;
import org.syncline.dsl.expression.Question;
import org.syncline.rules.attributeflow.Derivations;
import org.syncline.rules.attributeflow.Election;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.MetaverseObject;

/** Derives values of the identities of a page from those that were elected. */
final class DerivedValues {
    private static final int ROUNDS = 4;

    private final Synchronization synchronization;
    private final Page page;
    private final PageAnswers answers;
    private final ImportFlows flows;

    DerivedValues(Synchronization synchronization, Page page, PageAnswers answers, ImportFlows flows) {
        this.synchronization = synchronization;
        this.page = page;
        this.answers = answers;
        this.flows = flows;
    }

    /** Those whose rules ask are derived again when their questions are answered; the last round takes what it gets. */
    void derive() {
        List<MetaverseObject> open = page.affected();
        for (int round = 1; !open.isEmpty(); round++) {
            List<MetaverseObject> asking = new ArrayList<>();
            for (MetaverseObject identity : open) {
                if (!derive(identity, round == ROUNDS)) {
                    asking.add(identity);
                }
            }
            answers.answer();
            open = asking;
        }
    }

    /** Whether it is done. */
    private boolean derive(MetaverseObject identity, boolean last) {
        List<ConnectorSpaceObject> accounts = page.accounts(identity.id());
        if (accounts.isEmpty()) {
            return true;
        }
        Set<Question> asked = new HashSet<>();
        Election election = Derivations.derive(
                identity,
                synchronization.rules().derivations(identity.type().name()),
                accounts.stream()
                        .map(account -> new Connection(account.connector(), account.type().name()))
                        .collect(Collectors.toSet()),
                accounts.getFirst().id(),
                question -> {
                    Content answer = answers.to(question);
                    if (answer == null) {
                        asked.add(question);
                    }
                    return answer;
                },
                synchronization.rulesetVersion(),
                page.present(identity),
                synchronization.trace().isOn());
        if (!asked.isEmpty() && !last) {
            answers.ask(asked);
            return false;
        }
        page.put(election.identity());
        flows.note(election);
        return true;
    }
}
