package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Question;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.rules.provisioning.AccountDecision.Reservation;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/** Answers the questions of a page's rules, all of a round at once, and reserves what was handed out. */
final class PageAnswers implements Answers {
    private final Synchronization synchronization;
    private final Page page;
    private final Map<Question, Content> answers = new HashMap<>();
    private final Map<Reservation, Long> reserved = new HashMap<>();
    private final Set<Question> open = new LinkedHashSet<>();

    PageAnswers(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    @Override
    public Content to(Question question) {
        if (question instanceof Question.InUse inUse && isReserved(inUse)) {
            return BooleanValue.TRUE;
        }
        return answers.get(question);
    }

    /** Whether somebody else was given the value in this step. */
    boolean isReserved(Question.InUse question) {
        Reservation value = folded(question.connector(), question.attribute(), question.value());
        Long here = reserved.get(value);
        Long owner = here == null ? synchronization.holderElsewhere(value) : here;
        return owner != null && owner != question.identity();
    }

    private static Reservation folded(String connector, String attribute, String value) {
        return new Reservation(connector, attribute, value.toLowerCase(Locale.ROOT));
    }

    /**
     * Reserves values for an identity: those of the account itself until the page is written, those in other systems for the rest of
     * the step, since no object of them holds the value.
     */
    void reserve(long identity, String connector, Collection<Reservation> values) {
        for (Reservation value : values) {
            Reservation folded = folded(value.connector(), value.attribute(), value.value());
            if (value.connector().equals(connector)) {
                reserved.putIfAbsent(folded, identity);
            } else {
                synchronization.reserveElsewhere(folded, identity);
            }
        }
    }

    void ask(Collection<Question> questions) {
        open.addAll(questions);
    }

    /** Answers what was asked, in one round. */
    void answer() {
        List<Question.InUse> inUse = new ArrayList<>();
        List<Question.AttributeOf> attributes = new ArrayList<>();
        List<Question.MemberOf> memberships = new ArrayList<>();
        for (Question question : open) {
            switch (question) {
                case Question.InUse asked -> inUse.add(asked);
                case Question.AttributeOf asked -> attributes.add(asked);
                case Question.MemberOf asked -> memberships.add(asked);
            }
        }
        open.clear();
        answerInUse(inUse);
        answerAttributes(attributes);
        if (!memberships.isEmpty()) {
            answers.putAll(new Memberships(synchronization).answer(memberships));
        }
    }

    private void answerInUse(List<Question.InUse> questions) {
        if (questions.isEmpty()) {
            return;
        }
        Set<ContentHash> keys = new HashSet<>();
        questions.forEach(question -> keys.add(key(question)));
        Map<ContentHash, List<AccountName>> found = synchronization.store().connectorSpace().findNames(keys);
        for (Question.InUse question : questions) {
            boolean taken = found.getOrDefault(key(question), List.of()).stream()
                    .anyMatch(holder -> holder.identity() != question.identity());
            answers.put(question, BooleanValue.of(taken));
        }
    }

    private static ContentHash key(Question.InUse question) {
        return Keys.value(question.connector(), question.attribute(), question.value());
    }

    private void answerAttributes(List<Question.AttributeOf> questions) {
        page.loadIdentities(questions.stream().map(Question.AttributeOf::identity).toList());
        for (Question.AttributeOf question : questions) {
            MetaverseObject identity = page.identity(question.identity());
            boolean known = identity != null && identity.type().has(question.attribute());
            answers.put(
                    question,
                    known ? identity.attributes().get(question.attribute()) : Absence.NULL);
        }
    }
}
