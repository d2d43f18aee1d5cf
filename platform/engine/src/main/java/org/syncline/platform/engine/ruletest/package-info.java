/** Rule tests: the real engine between systems in memory, and what came of it compared with what was expected. */
package org.syncline.platform.engine.ruletest;
