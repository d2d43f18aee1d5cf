/** Audit files: what a system reported or is to be sent, written beside a step or read in the system's place. */
package org.syncline.platform.engine.auditfile;
