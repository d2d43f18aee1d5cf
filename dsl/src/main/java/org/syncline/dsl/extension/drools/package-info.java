/** Drools: rule files and decision tables compiled to one rule base per version, asked a page of facts at a time. */
package org.syncline.dsl.extension.drools;
