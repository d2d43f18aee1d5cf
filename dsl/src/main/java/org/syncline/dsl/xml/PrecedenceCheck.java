package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;

/** Reports flows to one attribute of the metaverse of which it isn't said which wins. */
final class PrecedenceCheck {
    private final Problems problems;
    private final Map<String, List<ImportFlow>> contributors = new LinkedHashMap<>();

    PrecedenceCheck(Problems problems) {
        this.problems = problems;
    }

    void check(List<AttributeFlows> files) {
        for (AttributeFlows flows : files) {
            flows.imports().stream()
                    .filter(flow -> flow.to() != null && flows.metaverseType() != null)
                    .forEach(flow -> add(flows.metaverseType() + "." + flow.to(), flow));
        }
        contributors.forEach((attribute, flows) -> {
            if (flows.size() > 1 && !flows.stream().allMatch(PrecedenceCheck::isMerged)) {
                check(attribute, flows);
            }
        });
    }

    private void add(String attribute, ImportFlow flow) {
        contributors.computeIfAbsent(attribute, name -> new ArrayList<>()).add(flow);
    }

    private static boolean isMerged(ImportFlow flow) {
        return flow.merge() == Merge.MERGE || flow.merge() == Merge.MERGE_CASE_INSENSITIVE;
    }

    private void check(String attribute, List<ImportFlow> flows) {
        Map<Integer, ImportFlow> ranked = new LinkedHashMap<>();
        for (ImportFlow flow : flows) {
            ImportFlow other = ranked.putIfAbsent(flow.precedence(), flow);
            if (flow.precedence() == ImportFlow.ONLY) {
                reportMissing(attribute, flow, flows);
            } else if (other != null) {
                problems.add(flow.location(), "Precedence " + flow.precedence() + " for " + attribute + " is taken",
                        other.location() + " has it");
            }
        }
    }

    private void reportMissing(String attribute, ImportFlow flow, List<ImportFlow> flows) {
        ImportFlow other = flows.stream().filter(candidate -> candidate != flow).findFirst().orElseThrow();
        problems.add(flow.location(),
                "Several flows contribute to " + attribute + ", and this one has no precedence",
                "give it one that no other has; " + other.location() + " contributes too");
    }
}
