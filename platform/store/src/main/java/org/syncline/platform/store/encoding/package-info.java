/** The compact binary form of objects: attributes by number, numbers of variable length, text as UTF-8, a version in front. */
package org.syncline.platform.store.encoding;
