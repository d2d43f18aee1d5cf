/** What the pages of all steps share: the keys under which objects are found, and writing that isolates the bad object. */
package org.syncline.platform.engine.page;
