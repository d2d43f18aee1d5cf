package org.syncline.platform.engine.run;

/** What is counted during a step, by the names of MIM. */
public enum Counter {
    STAGE_NO_CHANGE("stage-no-change"),
    STAGE_ADD("stage-add"),
    STAGE_UPDATE("stage-update"),
    STAGE_RENAME("stage-rename"),
    STAGE_DELETE("stage-delete"),
    STAGE_DELETE_ADD("stage-delete-add"),
    STAGE_FAILURE("stage-failure"),
    DISCONNECTOR_FILTERED("disconnector-filtered"),
    DISCONNECTOR_JOINED_FLOW("disconnector-joined-flow"),
    DISCONNECTOR_PROJECTED_FLOW("disconnector-projected-flow"),
    DISCONNECTOR_REMAINS("disconnector-remains"),
    CONNECTOR_FILTERED_REMOVE_MV("connector-filtered-remove-mv"),
    CONNECTOR_FILTERED_LEAVE_MV("connector-filtered-leave-mv"),
    CONNECTOR_FLOW("connector-flow"),
    CONNECTOR_NO_FLOW("connector-no-flow"),
    CONNECTOR_DELETE_REMOVE_MV("connector-delete-remove-mv"),
    CONNECTOR_DELETE_LEAVE_MV("connector-delete-leave-mv"),
    FLOW_FAILURE("flow-failure"),
    PROVISIONED_ADD_FLOW("provisioned-add-flow"),
    PROVISIONED_JOINED("provisioned-joined"),
    PROVISIONED_RENAME_FLOW("provisioned-rename-flow"),
    PROVISIONED_DISCONNECT("provisioned-disconnect"),
    PROVISIONED_DELETE("provisioned-delete"),
    PROVISIONED_DISABLE("provisioned-disable"),
    OUTBOUND_FLOW("outbound-flow"),
    OUTBOUND_FAILURE("outbound-failure"),
    EXPORT_ADD("export-add"),
    EXPORT_UPDATE("export-update"),
    EXPORT_RENAME("export-rename"),
    EXPORT_DELETE("export-delete"),
    EXPORT_FAILURE("export-failure");

    private final String text;

    Counter(String text) {
        this.text = text;
    }

    /** As it is shown and stored. */
    public String text() {
        return text;
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
