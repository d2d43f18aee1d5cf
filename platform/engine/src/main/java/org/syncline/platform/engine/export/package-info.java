/** Export: guarded, marked in flight, sent in pages, recorded answer by answer. */
package org.syncline.platform.engine.export;
