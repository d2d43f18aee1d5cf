package org.syncline.dsl.ruleset;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.syncline.schema.identity.Partitions;

/**
 * One connected system.
 *
 * @param type of the connector, such as {@code ldap}
 * @param readOnly whether nothing is ever written to it
 * @param settings by name; parameters are filled in
 * @param secrets by setting name, the name of the secret
 * @param partitions in which objects are read and written; none for all of the system
 * @param confirmWithin how long an unconfirmed add may be missing from a full import before it counts as gone
 * @param holdAfter how often the system may contradict an exported value before the value is held
 */
public record ConnectorDefinition(
        String name,
        String type,
        boolean readOnly,
        Map<String, String> settings,
        Map<String, String> secrets,
        List<ConnectedObjectType> objectTypes,
        Partitions partitions,
        Guards guards,
        List<RunProfile> runProfiles,
        Duration confirmWithin,
        int holdAfter,
        RuleLocation location) {

    public ConnectorDefinition {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
        objectTypes = List.copyOf(objectTypes);
        runProfiles = List.copyOf(runProfiles);
    }

    /** The same with other guards. */
    public ConnectorDefinition guardedBy(Guards others) {
        return new ConnectorDefinition(
                name, type, readOnly, settings, secrets, objectTypes, partitions, others, runProfiles, confirmWithin,
                holdAfter,
                location);
    }

    /** The same with other object types. */
    public ConnectorDefinition withObjectTypes(List<ConnectedObjectType> others) {
        return new ConnectorDefinition(
                name, type, readOnly, settings, secrets, others, partitions, guards, runProfiles, confirmWithin,
                holdAfter, location);
    }

    /** How far back any guard of its exports looks, those of single steps among them; zero if none does. */
    public Duration exportWindow() {
        return window(Guards::exportWindow);
    }

    /** How far back any guard of what imports change looks, those of single steps among them; zero if none does. */
    public Duration importWindow() {
        return window(Guards::importWindow);
    }

    private Duration window(Function<Guards, Duration> window) {
        Stream<Guards> ofSteps = runProfiles.stream()
                .flatMap(profile -> profile.steps().stream())
                .map(step -> step.options().guards())
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(guards), ofSteps).map(window).max(Duration::compareTo).orElseThrow();
    }

    public Optional<ConnectedObjectType> objectType(String type) {
        return objectTypes.stream().filter(candidate -> candidate.type().name().equals(type)).findFirst();
    }

    public Optional<RunProfile> runProfile(String profile) {
        return runProfiles.stream().filter(candidate -> candidate.name().equals(profile)).findFirst();
    }
}
