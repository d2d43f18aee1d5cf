package org.syncline.dsl.extension.groovy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;

/** What a script may declare: by which name, with which arguments, and what its closure is given. */
enum HookKind {
    FILTER("filter", Hook.FILTER, boolean.class, Set.of("connector", "objectType"), Set.of(), Role.SOURCE),
    JOIN_KEYS("joinKeys", Hook.JOIN_KEY, Object.class, Set.of("connector", "objectType", "with"),
            Set.of("metaverseType", "ignoreCase", "onAmbiguous"), Role.SOURCE),
    PROJECT("project", Hook.PROJECT, boolean.class, Set.of("connector", "objectType"), Set.of("metaverseType"),
            Role.SOURCE),
    RESOLVE_JOIN("resolveJoin", Hook.RESOLVE_JOIN, void.class, Set.of("connector", "objectType"),
            Set.of("metaverseType"), Role.SOURCE, Role.CANDIDATES, Role.CHOOSE_IDENTITY),
    IMPORT_FLOW("importFlow", Hook.IMPORT_FLOW, void.class, Set.of("connector", "objectType"),
            Set.of("metaverseType", "keepWhenGone"), Role.SOURCE, Role.IDENTITY, Role.CONTRIBUTE),
    EXPORT_FLOW("exportFlow", Hook.EXPORT_FLOW, void.class, Set.of("connector", "objectType"),
            Set.of("metaverseType"), Role.IDENTITY, Role.TARGET, Role.EXPORT),
    PROVISION("provision", Hook.PROVISIONING, void.class, Set.of("connector", "objectType"),
            Set.of("metaverseType", "ifDeleted"), Role.IDENTITY, Role.CREATE),
    DEPROVISION("deprovision", Hook.PROVISIONING, void.class, Set.of("connector", "objectType"),
            Set.of("metaverseType"), Role.IDENTITY, Role.TARGET, Role.LEAVE),
    IDENTITY_ENDS("identityEnds", Hook.IDENTITY_ENDS, boolean.class, Set.of(), Set.of("metaverseType", "grace"),
            Role.IDENTITY),
    RESOLVE("resolve", Hook.RESOLVE, void.class, Set.of("attribute"), Set.of("metaverseType"), Role.CONTRIBUTIONS,
            Role.CHOOSE_CONTRIBUTION),
    BEFORE_STEP("beforeStep", Hook.STEP, void.class, Set.of(), Set.of("connector"), Role.STEP, Role.REFUSE),
    AFTER_STEP("afterStep", Hook.STEP, void.class, Set.of(), Set.of("connector"), Role.STEP, Role.REMARK);

    /** What a parameter of a closure stands for. */
    enum Role {
        SOURCE(ScriptedObject.class),
        IDENTITY(ScriptedObject.class),
        TARGET(ScriptedObject.class),
        CANDIDATES(Candidates.class),
        CONTRIBUTIONS(Contributions.class),
        STEP(ScriptedStep.class),
        CONTRIBUTE(Contribute.class),
        EXPORT(Export.class),
        CREATE(Create.class),
        LEAVE(Leave.class),
        CHOOSE_IDENTITY(ChooseIdentity.class),
        CHOOSE_CONTRIBUTION(ChooseContribution.class),
        REFUSE(Remark.class),
        REMARK(Remark.class),
        NOW(Instant.class);

        private final Class<?> type;

        Role(Class<?> type) {
            this.type = type;
        }

        Class<?> type() {
            return type;
        }

        String word() {
            return switch (this) {
                case EXPORT -> "contribute";
                case CHOOSE_IDENTITY, CHOOSE_CONTRIBUTION -> "choose";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    private final String word;
    private final Hook hook;
    private final Class<?> result;
    private final Set<String> required;
    private final Set<String> optional;
    private final List<Role> roles;

    HookKind(String word, Hook hook, Class<?> result, Set<String> required, Set<String> optional, Role... roles) {
        this.word = word;
        this.hook = hook;
        this.result = result;
        this.required = required;
        this.optional = optional;
        this.roles = List.of(roles);
    }

    static HookKind of(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst().orElse(null);
    }

    static List<String> words() {
        return Stream.of(values()).map(kind -> kind.word).toList();
    }

    String word() {
        return word;
    }

    Hook hook() {
        return hook;
    }

    Class<?> result() {
        return result;
    }

    Set<String> required() {
        return required;
    }

    List<Role> roles() {
        return roles;
    }

    /** The names of all arguments, the time's parameter not among them. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(required.stream().sorted().toList());
        optional.stream().sorted().forEach(arguments::add);
        arguments.add("name");
        return arguments;
    }

    /** Whether its file belongs into a folder; null where it may lie in any. */
    String folder() {
        return switch (this) {
            case FILTER, JOIN_KEYS, PROJECT, RESOLVE_JOIN -> "rules/join";
            case IMPORT_FLOW, EXPORT_FLOW, RESOLVE -> "rules/attribute-flow";
            case PROVISION, DEPROVISION, IDENTITY_ENDS -> "rules/provisioning";
            case BEFORE_STEP, AFTER_STEP -> null;
        };
    }
}
