package org.syncline.platform.app.workspace;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.syncline.dsl.reload.RulesetSource;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.platform.engine.connection.FullImports;
import org.syncline.platform.engine.operations.RuleVersions;

/**
 * Makes rules current that were saved and are free of problems, at once or when a person approves them; and tells of those that are
 * not.
 */
final class Reloading implements Consumer<ReadResult> {
    private final RulesetSource source;
    private final RuleVersions versions;
    private final FullImports fullImports;
    private final Consumer<Reload> listener;
    private boolean approval;
    private boolean refused;
    private ReadResult.Ready waiting;
    private OptionalLong untried = OptionalLong.empty();

    /** @param approval whether a person must approve what comes after the version that is current */
    Reloading(
            RulesetSource source, RuleVersions versions, FullImports fullImports, boolean approval,
            Consumer<Reload> listener) {
        this.source = source;
        this.fullImports = fullImports;
        this.versions = versions;
        this.approval = approval;
        this.listener = listener;
    }

    @Override
    public synchronized void accept(ReadResult saved) {
        switch (saved) {
            case ReadResult.Ready ready -> take(ready);
            case ReadResult.Refused broken -> {
                refused = true;
                listener.accept(new Reload.Refused(
                        source.number(), source.ruleset().contentHash(), broken.problems()));
            }
        }
    }

    private void take(ReadResult.Ready ready) {
        boolean news = refused || waiting != null;
        refused = false;
        letGo();
        if (is(source.ruleset(), ready)) {
            ready.ruleset().extension().close();
            if (news) {
                tellTaken(source.ruleset(), ready);
            }
        } else if (approval && !isApproved(ready)) {
            keepWaiting(ready);
        } else {
            swap(ready, versions.take(ready.ruleset().contentHash(), ready.content(), whoeverRunsThis()));
        }
    }

    private void keepWaiting(ReadResult.Ready ready) {
        Ruleset next = ready.ruleset();
        long version = versions.keep(next.contentHash(), ready.content());
        waiting = ready;
        untried = OptionalLong.of(version);
        listener.accept(new Reload.Waiting(
                version, next.contentHash(), Reload.changedFiles(source.ruleset(), next), fullImports.under(next)));
    }

    /** The version that waits, once: so that somebody tells what it would do. */
    synchronized OptionalLong untried() {
        OptionalLong version = untried;
        untried = OptionalLong.empty();
        return version;
    }

    private static boolean is(Ruleset ruleset, ReadResult.Ready ready) {
        return ready.ruleset().contentHash().equals(ruleset.contentHash());
    }

    private boolean isApproved(ReadResult.Ready ready) {
        return versions.current()
                .filter(version -> version.contentHash().equals(ready.ruleset().contentHash()))
                .isPresent();
    }

    private void letGo() {
        untried = OptionalLong.empty();
        if (waiting != null) {
            waiting.ruleset().extension().close();
            waiting = null;
        }
    }

    private void swap(ReadResult.Ready ready, long version) {
        Ruleset before = source.ruleset();
        approval = ready.approval();
        source.swap(ready.ruleset(), version);
        tellTaken(before, ready);
    }

    private void tellTaken(Ruleset before, ReadResult.Ready read) {
        Ruleset now = source.ruleset();
        listener.accept(new Reload.Taken(
                source.number(), now.contentHash(), Reload.changedFiles(before, now), fullImports.under(now),
                read.renewed()));
    }

    /** A person approved a version; where it is not the one that waits, something else was saved meanwhile and is told of next. */
    synchronized void approved(long version) {
        if (waiting != null && isApproved(waiting)) {
            ReadResult.Ready ready = waiting;
            waiting = null;
            untried = OptionalLong.empty();
            swap(ready, version);
        }
    }

    /** Who takes what was saved: of files nobody knows who saved them. */
    static String whoeverRunsThis() {
        return System.getProperty("user.name");
    }
}
