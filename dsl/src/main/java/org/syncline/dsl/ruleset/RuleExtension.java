package org.syncline.dsl.ruleset;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;

/**
 * Rules of one version that are programs. They are asked a page of facts at a time and answer each fact, in order, with rules: what
 * comes of those is decided as for the rules that stand in XML. Safe for several threads.
 *
 * <p>A rule that fails concerns its one fact; an exception concerns the whole step.
 */
public interface RuleExtension extends AutoCloseable {
    /** No programs at all. */
    RuleExtension NONE = new RuleExtension() {};

    /** What it consists of; the engine asks only what one of them is about. */
    default List<ExtensionRule> rules() {
        return List.of();
    }

    /** Whether an answer may depend on the present time. */
    default boolean readsClock() {
        return false;
    }

    /** What flows from objects to their identities. */
    default List<ExtensionAnswer<ImportFlow>> importFlows(List<ExtensionFact.OfImport> facts) {
        return silent(facts);
    }

    /** What flows from identities to their accounts. */
    default List<ExtensionAnswer<ExportFlow>> exportFlows(List<ExtensionFact.OfExport> facts) {
        return silent(facts);
    }

    /** Which accounts identities gain and lose; without an answer the account is left alone. */
    default List<ExtensionAnswer<AccountRule>> provisioning(List<ExtensionFact.OfAccount> facts) {
        return silent(facts);
    }

    /** Whom objects belong to that several identities match; without an answer a person shall choose. */
    default List<ExtensionAnswer<JoinResolution>> resolveJoins(List<ExtensionFact.OfJoin> facts) {
        return silent(facts);
    }

    /** Which contribution wins whatever its precedence; without an answer the precedence decides. */
    default List<ExtensionAnswer<ImportFlow>> resolve(List<ExtensionFact.OfElection> facts) {
        return silent(facts);
    }

    /** What is to be said of a step before it begins, or after it ended. */
    default List<StepRemark> aboutStep(ExtensionFact.OfStep step) {
        return List.of();
    }

    /** The rules of the files with the conditions and keys that its programs compute among them. */
    default Ruleset complete(Ruleset written) {
        return written;
    }

    /** Lets go of what its programs hold; nothing is asked afterwards. */
    @Override
    default void close() {
        // there is nothing to let go of
    }

    /** Whether one of its rules is about such objects. */
    default boolean isAbout(Hook hook, String connector, String objectType, String metaverseType) {
        for (ExtensionRule rule : rules()) {
            if (rule.isAbout(hook, connector, objectType, metaverseType)) {
                return true;
            }
        }
        return false;
    }

    /** The rules of one hook. */
    default Stream<ExtensionRule> rules(Hook hook) {
        return rules().stream().filter(rule -> rule.hook() == hook);
    }

    /** No answer to any of the facts. */
    static <R> List<ExtensionAnswer<R>> silent(List<?> facts) {
        return Collections.nCopies(facts.size(), ExtensionAnswer.none());
    }

    /** All of several, in their order. */
    static RuleExtension of(List<RuleExtension> parts) {
        List<RuleExtension> speaking = parts.stream().filter(part -> !part.rules().isEmpty()).toList();
        return switch (speaking.size()) {
            case 0 -> NONE;
            case 1 -> speaking.getFirst();
            default -> new CombinedExtension(speaking);
        };
    }
}
