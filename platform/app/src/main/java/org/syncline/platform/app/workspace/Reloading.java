package org.syncline.platform.app.workspace;

import java.time.Clock;
import java.util.function.Consumer;
import org.syncline.dsl.reload.RulesetSource;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.platform.engine.port.RunHistory;

/** Makes rules current that were saved and are free of problems, and tells of those that are not. */
final class Reloading implements Consumer<ReadResult> {
    private final RulesetSource source;
    private final RunHistory history;
    private final Clock clock;
    private final Consumer<Reload> listener;
    private boolean refused;

    Reloading(RulesetSource source, RunHistory history, Clock clock, Consumer<Reload> listener) {
        this.source = source;
        this.history = history;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public void accept(ReadResult saved) {
        switch (saved) {
            case ReadResult.Ready ready -> take(ready.ruleset());
            case ReadResult.Refused broken -> {
                refused = true;
                listener.accept(new Reload.Refused(
                        source.number(), source.ruleset().contentHash(), broken.problems()));
            }
        }
    }

    private void take(Ruleset next) {
        Ruleset before = source.ruleset();
        boolean same = next.contentHash().equals(before.contentHash());
        if (!same) {
            source.swap(next, history.rulesetVersion(next.contentHash(), clock.instant()));
        }
        if (!same || refused) {
            refused = false;
            listener.accept(
                    new Reload.Taken(source.number(), next.contentHash(), Reload.changedFiles(before, next)));
        }
    }
}
