package org.syncline.platform.engine.run;

import java.util.List;

/** What runs, and what follows what. Used by one thread at a time. */
public interface NextSteps {

    /** The steps to begin with. They may overlap, except that synchronization is exclusive. */
    List<StepRequest> first();

    /** The steps that follow now that this one has ended; empty if there are none, or if others must end first. */
    List<StepRequest> after(StepReport report);
}
