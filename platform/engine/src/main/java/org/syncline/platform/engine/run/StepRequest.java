package org.syncline.platform.engine.run;

import org.syncline.dsl.ruleset.RunProfile;

/**
 * A step that shall run.
 *
 * @param profile the run profile it belongs to; null in a cycle
 */
public record StepRequest(String connector, RunProfile.Step step, String profile) {
    @Override
    public String toString() {
        return connector + " " + step.kind().text();
    }
}
