package org.syncline.platform.engine.run;

/** What is counted during a step, by the names of MIM. */
public enum Counter {
    STAGE_NO_CHANGE(Group.STAGING, "stage-no-change"),
    STAGE_ADD(Group.STAGING, "stage-add"),
    STAGE_UPDATE(Group.STAGING, "stage-update"),
    STAGE_RENAME(Group.STAGING, "stage-rename"),
    STAGE_DELETE(Group.STAGING, "stage-delete"),
    STAGE_DELETE_ADD(Group.STAGING, "stage-delete-add"),
    STAGE_FAILURE(Group.STAGING, "stage-failure"),
    DISCONNECTOR_FILTERED(Group.INBOUND, "disconnector-filtered"),
    DISCONNECTOR_JOINED_FLOW(Group.INBOUND, "disconnector-joined-flow"),
    DISCONNECTOR_JOINED_NO_FLOW(Group.INBOUND, "disconnector-joined-no-flow"),
    DISCONNECTOR_JOINED_REMOVE_MV(Group.INBOUND, "disconnector-joined-remove-mv"),
    DISCONNECTOR_PROJECTED_FLOW(Group.INBOUND, "disconnector-projected-flow"),
    DISCONNECTOR_PROJECTED_NO_FLOW(Group.INBOUND, "disconnector-projected-no-flow"),
    DISCONNECTOR_PROJECTED_REMOVE_MV(Group.INBOUND, "disconnector-projected-remove-mv"),
    DISCONNECTOR_REMAINS(Group.INBOUND, "disconnector-remains"),
    CONNECTOR_FILTERED_REMOVE_MV(Group.INBOUND, "connector-filtered-remove-mv"),
    CONNECTOR_FILTERED_LEAVE_MV(Group.INBOUND, "connector-filtered-leave-mv"),
    CONNECTOR_FLOW(Group.INBOUND, "connector-flow"),
    CONNECTOR_FLOW_REMOVE_MV(Group.INBOUND, "connector-flow-remove-mv"),
    CONNECTOR_NO_FLOW(Group.INBOUND, "connector-no-flow"),
    CONNECTOR_DELETE_REMOVE_MV(Group.INBOUND, "connector-delete-remove-mv"),
    CONNECTOR_DELETE_LEAVE_MV(Group.INBOUND, "connector-delete-leave-mv"),
    CONNECTOR_DELETE_ADD_PROCESSED(Group.INBOUND, "connector-delete-add-processed"),
    FLOW_FAILURE(Group.INBOUND, "flow-failure"),
    PROVISIONED_ADD_FLOW(Group.OUTBOUND, "provisioned-add-flow"),
    PROVISIONED_ADD_NO_FLOW(Group.OUTBOUND, "provisioned-add-no-flow"),
    PROVISIONED_JOINED(Group.OUTBOUND, "provisioned-joined"),
    PROVISIONED_RENAME_FLOW(Group.OUTBOUND, "provisioned-rename-flow"),
    PROVISIONED_RENAME_NO_FLOW(Group.OUTBOUND, "provisioned-rename-no-flow"),
    PROVISIONED_DISCONNECT(Group.OUTBOUND, "provisioned-disconnect"),
    PROVISIONED_DELETE(Group.OUTBOUND, "provisioned-delete"),
    PROVISIONED_DISABLE(Group.OUTBOUND, "provisioned-disable"),
    OUTBOUND_FLOW(Group.OUTBOUND, "outbound-flow"),
    OUTBOUND_NO_FLOW(Group.OUTBOUND, "outbound-no-flow"),
    OUTBOUND_FAILURE(Group.OUTBOUND, "outbound-failure"),
    EXPORT_ADD(Group.EXPORT, "export-add"),
    EXPORT_UPDATE(Group.EXPORT, "export-update"),
    EXPORT_RENAME(Group.EXPORT, "export-rename"),
    EXPORT_DELETE(Group.EXPORT, "export-delete"),
    EXPORT_FAILURE(Group.EXPORT, "export-failure");

    /** What part of the work a counter belongs to. */
    public enum Group {
        STAGING,
        INBOUND,
        /** Counted per target. */
        OUTBOUND,
        EXPORT
    }

    private final Group group;
    private final String text;

    Counter(Group group, String text) {
        this.group = group;
        this.text = text;
    }

    public Group group() {
        return group;
    }

    /** As it is shown and stored. */
    public String text() {
        return text;
    }

    /** Whether its objects are listed: those to which nothing happened are only counted, for the cost follows the change. */
    public boolean isListed() {
        return this != STAGE_NO_CHANGE && this != CONNECTOR_NO_FLOW && this != OUTBOUND_NO_FLOW;
    }

    /** The counter with this text. */
    public static Counter of(String text) {
        for (Counter counter : values()) {
            if (counter.text.equals(text)) {
                return counter;
            }
        }
        throw new IllegalArgumentException("There is no counter '" + text + "'");
    }
}
