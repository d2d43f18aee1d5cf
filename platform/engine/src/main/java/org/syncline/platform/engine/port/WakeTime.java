package org.syncline.platform.engine.port;

import java.time.Instant;

/**
 * When an object or an identity is to be evaluated again although nothing of it changed: its rules read the clock,
 * or it may join an identity that came since.
 *
 * @param at null for never
 */
public record WakeTime(long id, Instant at) {}
