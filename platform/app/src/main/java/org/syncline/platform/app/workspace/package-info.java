/** A configuration folder and what belongs to it: its rules, its store, its connectors, and the flows that run it. */
package org.syncline.platform.app.workspace;
