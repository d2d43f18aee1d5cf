package org.syncline.platform.engine.story;

/** The process is gone: nothing of it runs on, so nothing may catch it but who starts the next one. */
final class ProcessDeath extends Error {
    private static final long serialVersionUID = 1L;

    ProcessDeath() {
        super("The process died", null, false, false);
    }
}
