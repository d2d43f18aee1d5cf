/** The command line: one class for each command, each a thin skin over an operation. */
package org.syncline.platform.app.command;
