package org.syncline.platform.app.workspace;

import java.util.List;
import java.util.Objects;
import org.syncline.dsl.reload.RulesetCheck;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.StoreDefinition;
import org.syncline.dsl.xml.FilePlaces;
import org.syncline.dsl.xml.Problem;

/**
 * The store of a folder is open as long as the folder is: rules that name another one cannot be taken meanwhile.
 *
 * @param open null where it lies beside the files
 */
record SameStore(StoreDefinition open) implements RulesetCheck {

    @Override
    public List<Problem> problems(Ruleset ruleset) {
        StoreDefinition next = ruleset.store();
        if (Objects.equals(place(open), place(next))) {
            return List.of();
        }
        RuleLocation location = next == null ? new RuleLocation(FilePlaces.SYNCLINE, 1, 1) : next.location();
        return List.of(new Problem(
                location.file(), location.line(), location.column(),
                "Another store cannot be opened while the program runs",
                "stop the program, take along what this store keeps with 'syncline store move', save this, and start again"));
    }

    private static List<String> place(StoreDefinition store) {
        return store == null ? List.of() : List.of(store.url(), store.user(), String.valueOf(store.secret()));
    }
}
