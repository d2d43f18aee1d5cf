/** Random histories of small companies, and what must be true of every one of them when it is quiet. */
package org.syncline.platform.engine.story;
