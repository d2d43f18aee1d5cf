package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.whatif.RuleUnit.Kind;
import org.syncline.platform.engine.whatif.WhatIfReport.Responsible;
import org.syncline.platform.engine.whatif.WhatIfReport.RuleChange;

/**
 * Which rules differ between two versions, and which of them an effect can come from: those on its way from the sources that differ; if
 * none does, those that differ and decide who belongs to whom; if there is none of these either, those that decide it as ever.
 */
final class RuleDifference {
    private static final Set<Kind> WHO = EnumSet.of(Kind.CONNECTOR, Kind.OBJECT_TYPE, Kind.FILTER, Kind.JOIN,
            Kind.PROJECTION, Kind.IDENTITY_TYPE, Kind.END, Kind.SCOPE, Kind.PROVISION, Kind.REPROVISION,
            Kind.DEPROVISION, Kind.OUTCOME, Kind.GROUP);
    private static final Set<Kind> FLOWS = EnumSet.of(Kind.IMPORT_FLOW, Kind.DERIVATION, Kind.GROUP);

    private final Ruleset before;
    private final Ruleset after;
    /** Those of the changed rules, and those that are there no more. */
    private final List<RuleUnit> units = new ArrayList<>();
    private final Set<RuleUnit> differing = new HashSet<>();
    private final List<RuleChange> changes = new ArrayList<>();

    RuleDifference(Ruleset before, Ruleset after) {
        this.before = before;
        this.after = after;
        Map<String, List<RuleUnit>> old = byKey(before);
        for (RuleUnit unit : RuleUnits.of(after)) {
            units.add(unit);
            List<RuleUnit> same = old.getOrDefault(unit.key(), new ArrayList<>());
            if (same.isEmpty()) {
                note("added", unit);
            } else if (!same.removeFirst().text().equals(unit.text())) {
                note("changed", unit);
            }
        }
        old.values().forEach(rest -> rest.forEach(unit -> {
            units.add(unit);
            note("removed", unit);
        }));
    }

    private static Map<String, List<RuleUnit>> byKey(Ruleset rules) {
        Map<String, List<RuleUnit>> byKey = new LinkedHashMap<>();
        RuleUnits.of(rules).forEach(unit -> byKey.computeIfAbsent(unit.key(), key -> new ArrayList<>()).add(unit));
        return byKey;
    }

    private void note(String how, RuleUnit unit) {
        differing.add(unit);
        changes.add(new RuleChange(how, unit.kind().text(), unit.name(), place(unit.location())));
    }

    private static String place(RuleLocation location) {
        return location.file() + ":" + location.line();
    }

    List<RuleChange> rules() {
        return changes;
    }

    /** The files that differ, by name. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        after.files().forEach((name, hash) -> {
            String was = before.files().get(name);
            if (!hash.equals(was)) {
                files.put(name, was == null ? "added" : "changed");
            }
        });
        before.files().keySet().stream().filter(name -> !after.files().containsKey(name))
                .forEach(name -> files.put(name, "removed"));
        return files;
    }

    /** The rules from which values of an attribute of accounts can come. */
    List<Responsible> ofAccounts(String connector, String objectType, String attribute) {
        List<RuleUnit> direct = units.stream()
                .filter(unit -> unit.kind() == Kind.EXPORT_FLOW && unit.mayFill(attribute)
                        || unit.kind() == Kind.PROVISION || unit.kind() == Kind.RENAME
                        || unit.kind() == Kind.DEPROVISION || unit.kind() == Kind.OUTCOME)
                .filter(unit -> unit.concerns(connector, objectType))
                .toList();
        List<RuleUnit> flows = direct.stream().filter(unit -> unit.kind() == Kind.EXPORT_FLOW).toList();
        return responsible(direct, flows.isEmpty() ? direct : flows);
    }

    /** The rules from which values of an attribute of identities can come. */
    List<Responsible> ofIdentities(String metaverseType, String attribute) {
        List<RuleUnit> direct = units.stream()
                .filter(unit -> FLOWS.contains(unit.kind()) && unit.concernsIdentities(metaverseType)
                        && (unit.mayFill(attribute) || unit.kind() == Kind.GROUP))
                .toList();
        return responsible(direct, direct.stream().filter(unit -> unit.kind() != Kind.GROUP).toList());
    }

    /** The rules from which an effect on accounts can come. */
    List<Responsible> ofAccounts(String connector, String objectType, Effect effect) {
        return switch (effect) {
            case RENAMED -> ofKinds(connector, objectType, EnumSet.of(Kind.RENAME, Kind.DEPROVISION, Kind.OUTCOME));
            case ADDED, NOT_ADDED -> ofKinds(connector, objectType, EnumSet.of(Kind.PROVISION));
            case DELETED, NOT_DELETED, DISABLED, ENABLED, DISCONNECTED -> ofKinds(connector, objectType,
                    EnumSet.of(Kind.DEPROVISION, Kind.OUTCOME, Kind.REPROVISION, Kind.FILTER));
            case JOINED, REJOINED -> ofKinds(connector, objectType, EnumSet.of(Kind.JOIN, Kind.PROJECTION));
            case CHANGED, PROJECTED, NOT_PROJECTED, ENDING, NOT_ENDING, ENDED, NOT_ENDED -> List.of();
        };
    }

    /** The rules from which an effect on identities can come. */
    List<Responsible> ofIdentities(String metaverseType, Effect effect) {
        Set<Kind> kinds = effect == Effect.PROJECTED || effect == Effect.NOT_PROJECTED
                ? EnumSet.of(Kind.PROJECTION, Kind.JOIN, Kind.GROUP)
                : EnumSet.of(Kind.END, Kind.GROUP);
        List<RuleUnit> direct = of(unit -> kinds.contains(unit.kind()) && unit.concernsIdentities(metaverseType));
        return effect == Effect.CHANGED ? List.of() : responsible(direct, direct);
    }

    private List<Responsible> ofKinds(String connector, String objectType, Set<Kind> kinds) {
        List<RuleUnit> direct = of(unit -> kinds.contains(unit.kind()) && unit.concerns(connector, objectType));
        return responsible(direct, direct);
    }

    private List<RuleUnit> of(Predicate<RuleUnit> which) {
        return units.stream().filter(which).toList();
    }

    /** @param asEver what decides where nothing differs */
    private List<Responsible> responsible(List<RuleUnit> direct, List<RuleUnit> asEver) {
        List<RuleUnit> found = direct.stream().filter(differing::contains).toList();
        if (found.isEmpty()) {
            found = upstream(direct).stream().filter(differing::contains).toList();
        }
        if (found.isEmpty()) {
            found = of(unit -> WHO.contains(unit.kind()) && differing.contains(unit));
        }
        return (found.isEmpty() ? asEver : found).stream()
                .map(unit -> new Responsible(
                        unit.kind().text(), unit.name(), place(unit.location()), differing.contains(unit)))
                .toList();
    }

    /** The flows of whatever these rules read, and of what those read. */
    private List<RuleUnit> upstream(List<RuleUnit> rules) {
        Set<RuleUnit> reached = new HashSet<>();
        List<RuleUnit> open = rules;
        while (!open.isEmpty()) {
            Set<String> read = new HashSet<>();
            open.stream().flatMap(unit -> unit.reads().stream()).flatMap(RuleDifference::names).forEach(read::add);
            open = of(unit -> FLOWS.contains(unit.kind()) && read.stream().anyMatch(unit::mayFill)).stream()
                    .filter(reached::add)
                    .toList();
        }
        return units.stream().filter(reached::contains).toList();
    }

    /** What a name such as {@code manager.mail} reads. */
    private static Stream<String> names(String read) {
        return Stream.of(read.split("\\."));
    }
}
