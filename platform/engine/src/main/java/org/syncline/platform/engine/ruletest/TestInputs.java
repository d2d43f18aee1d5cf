package org.syncline.platform.engine.ruletest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.Digest;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.Ruleset.TypeName;

/** What the tests of one version depend on: themselves, and the files that can matter to the objects they give. */
final class TestInputs {
    private final Ruleset ruleset;
    private final boolean dependsOnTime;
    private final boolean sharesSystems;
    private final Map<Set<TypeName>, String> hashes = new HashMap<>();

    TestInputs(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.dependsOnTime = ruleset.dependsOnTime();
        this.sharesSystems = ruleset.connectors().size() > ruleset.connectors().values().stream()
                .map(TestSystems::systemOf)
                .distinct()
                .count();
    }

    /** Whether a test comes to the same end at any time. */
    boolean isTimeless(RuleTest test) {
        return !dependsOnTime || test.steps().getFirst().time() instanceof RuleTest.Time.At;
    }

    /** Another one whenever the test can come to another end, but for the time. */
    String hashOf(RuleTest test) {
        return Digest.of(List.of(
                test.location().toString(),
                ruleset.files().getOrDefault(test.location().file(), ruleset.contentHash()),
                hashes.computeIfAbsent(given(test), ruleset::hashOfAllThatComesOf)).toString());
    }

    /** The types of the objects that a test gives; none where they cannot be told, since several connectors see the same objects. */
    private Set<TypeName> given(RuleTest test) {
        return sharesSystems
                ? Set.of()
                : test.steps().stream()
                        .flatMap(step -> step.given().stream())
                        .map(given -> new TypeName(given.object().connector(), given.object().objectType()))
                        .collect(Collectors.toSet());
    }
}
