/** JMH benchmarks, with what they are compared with. */
package org.syncline.platform.bench;
