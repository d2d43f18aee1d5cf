/** What guards of exports count, and what they remember of it, whoever finds out that something was sent. */
package org.syncline.platform.engine.guard;
