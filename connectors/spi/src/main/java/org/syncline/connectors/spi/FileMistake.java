package org.syncline.connectors.spi;

/**
 * What is wrong in a file that belongs to a connector, such as a script.
 *
 * @param file relative to the configuration folder, as the settings name it
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, without a full stop
 */
public record FileMistake(String file, int line, int column, String message) {}
