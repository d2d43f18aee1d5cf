package org.syncline.platform.engine.run;

/** An account that provisioning or export flow failed for, whether it exists or not: what the retry list holds. */
public record FailedAccount(long identity, String connector) {}
