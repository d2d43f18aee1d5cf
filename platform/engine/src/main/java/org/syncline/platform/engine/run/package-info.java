/** Runs and their steps: results and counters by MIM's names, what follows what. */
package org.syncline.platform.engine.run;
