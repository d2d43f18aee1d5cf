package org.syncline.platform.engine.story;

/** What thousands of stories must tell of, each often enough. It is counted only where it had an effect. */
enum Happening {
    ADD,
    EDIT,
    RENAME,
    DELETE,
    RE_ADD,
    CONTRACTOR_BECAME_EMPLOYEE,
    GROUP_CHANGE,
    GROUP_DELETE,
    RULE_RELOAD,
    EDIT_BY_HAND,
    RENAME_BY_HAND,
    DELETE_BY_HAND,
    ADD_BY_HAND,
    EXPORT_DROPPED,
    EXPORT_REWRITTEN,
    EXPORT_REFUSED,
    EXPORT_WHILE_BUSY,
    EXPORT_BROKEN_OFF,
    IMPORT_BROKEN_OFF,
    PAGE_DELIVERED_AGAIN,
    VALUE_HELD,
    VALUE_RELEASED,
    DEATH_IN_IMPORT,
    DEATH_IN_SYNCHRONIZATION,
    DEATH_IN_EXPORT
}
