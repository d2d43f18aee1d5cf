package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.ProvisioningRules.Candidate;
import org.syncline.dsl.ruleset.ProvisioningRules.Place;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.schema.identity.AttributeDefinition;

/** Reads what makes values that nobody has yet. */
final class UniqueReader {
    private final RuleFile rules;
    private final SourceFile file;

    UniqueReader(RuleFile rules) {
        this.rules = rules;
        this.file = rules.source();
    }

    /** The names by which the rest of a rule reads the values. */
    static Set<String> names(List<Unique> uniques) {
        return uniques.stream().map(Unique::to).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Each may read the values of those before it. */
    List<Unique> read(List<Object> parts) {
        List<Unique> read = new ArrayList<>();
        Set<String> decided = new HashSet<>();
        for (var unique : Parts.all(parts, org.syncline.dsl.xml.binding.Unique.class)) {
            read.add(unique(unique, rules.overIdentity().withDecided(decided)));
            decided.addAll(names(read));
        }
        return read;
    }

    private Unique unique(org.syncline.dsl.xml.binding.Unique unique, Scope names) {
        Optional<AttributeDefinition> target = rules.connectedAttribute(unique, "to", unique.getTo());
        List<Candidate> candidates = new ArrayList<>();
        for (var candidate : unique.getCandidate()) {
            candidates.add(candidate(candidate, names, target, false));
        }
        if (unique.getNumbered() != null) {
            candidates.add(candidate(unique.getNumbered(), names, target, true));
        }
        if (candidates.isEmpty()) {
            file.problem(unique, "<unique> has no candidates", "write <candidate> or <numbered> in it");
        }
        return new Unique(unique.getTo(), candidates, places(unique), file.location(unique));
    }

    private Candidate candidate(org.syncline.dsl.xml.binding.ExpressionText written, Scope names,
            Optional<AttributeDefinition> target, boolean numbered) {
        Candidate candidate = new Candidate(rules.expressions().text(written, names), numbered);
        ValueTypes.checkExported(file, written, candidate.text(), target);
        return candidate;
    }

    private List<Place> places(org.syncline.dsl.xml.binding.Unique unique) {
        return unique.getAcross().stream().map(written -> place(unique, written)).toList();
    }

    private Place place(org.syncline.dsl.xml.binding.Unique unique, String written) {
        int colon = Math.max(0, written.indexOf(':'));
        Place place = new Place(written.substring(0, colon), written.substring(Math.min(colon + 1, written.length())));
        rules.lookup().connector(unique, "across", place.connector()).ifPresent(connector -> {
            Set<String> known = connector.objectTypes().stream()
                    .flatMap(type -> type.type().attributes().stream())
                    .map(AttributeDefinition::name)
                    .collect(Collectors.toSet());
            if (!known.contains(place.attribute())) {
                file.problem(unique, "across",
                        "The connector '" + connector.name() + "' has no attribute '" + place.attribute() + "'",
                        Spelling.suggestion(place.attribute(), known));
            }
        });
        return place;
    }
}
