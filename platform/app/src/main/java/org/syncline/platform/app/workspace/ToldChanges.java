package org.syncline.platform.app.workspace;

import org.syncline.platform.engine.connection.ChangeWatches;
import org.syncline.platform.pipeline.Triggers;

/** What systems tell triggers cycles; that they begin and cease to tell is worth a line. */
record ToldChanges(Triggers triggers, FollowListener listener) implements ChangeWatches.Listener {

    /** What changed before it listened was told by nobody. */
    @Override
    public void listening(String connector) {
        listener.listening(connector);
        triggers.changed(connector);
    }

    @Override
    public void changed(String connector) {
        triggers.changed(connector);
    }

    @Override
    public void interrupted(String connector, String reason) {
        listener.interrupted(connector, reason);
    }
}
