package org.syncline.dsl.ruleset;

/**
 * What a step of a run profile says besides what it does.
 *
 * @param errorLimit the step stops after this many objects with errors
 * @param guards in place of those of the connector; null for these
 * @param stageOnly whether what an import reads waits for a synchronization that a person asks for
 * @param fullIfRefused whether a delta import that is impossible becomes a full import
 * @param partition an import reads this one alone; null for all
 * @param auditFile what is read or written beside the system or in its place; null for none
 */
public record StepOptions(
        int errorLimit, Guards guards, boolean stageOnly, boolean fullIfRefused, String partition,
        AuditFile auditFile) {
    public static final StepOptions DEFAULT = new StepOptions(5000, null, false, false, null, null);

    /** The same for another step of the run. */
    public StepOptions withoutRefusal() {
        return new StepOptions(errorLimit, guards, stageOnly, false, partition, auditFile);
    }

    /** Whether the audit file is used so. */
    public boolean uses(AuditFile.Use use) {
        return auditFile != null && auditFile.use() == use;
    }
}
