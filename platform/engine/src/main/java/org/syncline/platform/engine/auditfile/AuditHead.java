package org.syncline.platform.engine.auditfile;

import org.syncline.dsl.ruleset.RunProfile.Kind;

/**
 * What an audit file says of itself.
 *
 * @param partition that was read; null for all
 * @param since the watermark at which a delta import began; null for none
 */
record AuditHead(String connector, Kind kind, String partition, String since) {}
