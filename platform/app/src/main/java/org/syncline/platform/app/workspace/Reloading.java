package org.syncline.platform.app.workspace;

import java.util.Map;
import java.util.function.Consumer;
import org.syncline.dsl.reload.RulesetSource;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.platform.engine.operations.RuleVersions;

/** Makes rules current that were saved and are free of problems, and tells of those that are not. */
final class Reloading implements Consumer<ReadResult> {
    private final RulesetSource source;
    private final RuleVersions versions;
    private final Consumer<Reload> listener;
    private boolean refused;

    Reloading(RulesetSource source, RuleVersions versions, Consumer<Reload> listener) {
        this.source = source;
        this.versions = versions;
        this.listener = listener;
    }

    @Override
    public void accept(ReadResult saved) {
        switch (saved) {
            case ReadResult.Ready ready -> take(ready.ruleset(), ready.content());
            case ReadResult.Refused broken -> {
                refused = true;
                listener.accept(new Reload.Refused(
                        source.number(), source.ruleset().contentHash(), broken.problems()));
            }
        }
    }

    private void take(Ruleset next, Map<String, byte[]> content) {
        Ruleset before = source.ruleset();
        boolean same = next.contentHash().equals(before.contentHash());
        if (!same) {
            source.swap(next, versions.take(next.contentHash(), content, whoeverRunsThis()));
        } else {
            next.extension().close();
        }
        if (!same || refused) {
            refused = false;
            listener.accept(
                    new Reload.Taken(source.number(), next.contentHash(), Reload.changedFiles(before, next)));
        }
    }

    /** Who takes what was saved: of files nobody knows who saved them. */
    static String whoeverRunsThis() {
        return System.getProperty("user.name");
    }
}
