package org.syncline.platform.engine.run;

/**
 * One object that a counter counted.
 *
 * @param connector the system the counter is about; outbound the target
 * @param object number of the connector-space object; 0 for a row that is none
 * @param title what it was called then
 */
public record Counted(Counter counter, String connector, long object, String title) {}
