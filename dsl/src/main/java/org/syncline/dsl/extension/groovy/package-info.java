/** Groovy: scripts compiled as one unit per version, statically and to nothing but what scripts may do. */
package org.syncline.dsl.extension.groovy;
