package org.syncline.rules.provisioning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.ProvisioningRules.Candidate;
import org.syncline.dsl.ruleset.ProvisioningRules.Place;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.rules.provisioning.AccountDecision.Reservation;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;

/** Finds a value that nobody has: the candidates in order, asked about in batches that grow with the number of those taken. */
final class UniqueValues {
    private static final int LAST_NUMBER = 1000;
    /** Most first candidates are free: one is asked about, and this many more for each that is taken. */
    private static final int MORE_FOR_EACH_TAKEN = 3;

    private final Unique unique;
    private final Set<Place> places = new LinkedHashSet<>();
    private final RuleEvaluation evaluation;
    private final List<Question> open = new ArrayList<>();
    private int taken;
    private int waiting;

    private UniqueValues(Unique unique, String connector, RuleEvaluation evaluation) {
        this.unique = unique;
        this.evaluation = evaluation;
        places.add(new Place(connector, unique.to()));
        places.addAll(unique.across());
    }

    /**
     * The first free value, decided for the rest of the rule.
     *
     * @param present the value the account has; kept if it is still a candidate; null for none
     * @param reserved where the value must be reserved is added
     */
    static void decide(
            Unique unique, String connector, String present, RuleEvaluation evaluation, List<Reservation> reserved) {
        UniqueValues values = new UniqueValues(unique, connector, evaluation);
        String text = values.keeps(present) ? present : values.firstFree();
        evaluation.decide(unique.to(), new TextValue(text));
        if (!text.equals(present)) {
            values.places.forEach(place -> reserved.add(new Reservation(place.connector(), place.attribute(), text)));
        }
    }

    private boolean keeps(String present) {
        return present != null
                && unique.candidates().stream().anyMatch(candidate -> isMadeOf(present, candidate));
    }

    private boolean isMadeOf(String present, Candidate candidate) {
        String text = evaluation.text(candidate.text());
        if (text == null || !present.regionMatches(true, 0, text, 0, text.length())) {
            return false;
        }
        String rest = present.substring(text.length());
        return rest.isEmpty() || candidate.numbered() && rest.matches("[2-9]|[1-9][0-9]{1,3}");
    }

    private String firstFree() {
        for (Candidate candidate : unique.candidates()) {
            String text = evaluation.text(candidate.text());
            String free = text == null ? null : firstFree(text, candidate.numbered() ? LAST_NUMBER : 1);
            if (free != null) {
                return free;
            }
        }
        askWhatIsOpen();
        throw evaluation.failed("no-unique-value", message());
    }

    private String firstFree(String text, int lastNumber) {
        for (int number = 1; number <= lastNumber; number++) {
            String value = number == 1 ? text : text + number;
            if (isFree(value)) {
                return value;
            }
        }
        return null;
    }

    /** Whether the value is certainly free, and all before it are certainly taken. */
    private boolean isFree(String value) {
        List<Question> unanswered = new ArrayList<>();
        for (Place place : places) {
            Question question =
                    new Question.InUse(evaluation.state().identity().id(), place.connector(), place.attribute(), value);
            Content inUse = evaluation.state().answers().to(question);
            if (inUse == BooleanValue.TRUE) {
                taken++;
                return false;
            }
            if (inUse == null) {
                unanswered.add(question);
            }
        }
        return unanswered.isEmpty() ? isFirst() : waits(unanswered);
    }

    private boolean isFirst() {
        askWhatIsOpen();
        return true;
    }

    private boolean waits(List<Question> unanswered) {
        open.addAll(unanswered);
        waiting++;
        if (waiting >= Math.max(1, taken * MORE_FOR_EACH_TAKEN)) {
            askWhatIsOpen();
        }
        return false;
    }

    private void askWhatIsOpen() {
        if (!open.isEmpty()) {
            throw new Stop(new AccountDecision.Asks(open.stream().distinct().toList()));
        }
    }

    private String message() {
        return taken == 0
                ? "No candidate for '" + unique.to()
                        + "' has a value. Bring a value, or add a candidate that always has one."
                : "All " + taken + " candidates for '" + unique.to() + "' are taken. Add a <numbered> one.";
    }
}
