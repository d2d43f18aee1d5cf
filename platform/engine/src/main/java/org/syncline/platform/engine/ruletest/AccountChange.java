package org.syncline.platform.engine.ruletest;

import java.util.EnumSet;
import java.util.Set;
import org.syncline.dsl.ruleset.RuleTest.ExpectedChange;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;

/**
 * What became of one account in a step: all that was exported to it, as one change.
 *
 * @param object its number
 * @param title what it is called where it has no DN
 * @param before null for an account that was not there
 * @param after null for one that is deleted
 * @param isDisabled whether it became disabled
 * @param isDisconnected whether it belongs to nobody any more
 */
record AccountChange(
        long object, String connector, String title, ObjectType type, Attributes before, Attributes after,
        boolean isDisabled,
        boolean isDisconnected) {

    Set<ExpectedChange> kinds() {
        Set<ExpectedChange> kinds = EnumSet.noneOf(ExpectedChange.class);
        if (before == null) {
            kinds.add(ExpectedChange.ADD);
        } else if (after == null) {
            kinds.add(ExpectedChange.DELETE);
        } else {
            addOfUpdate(kinds);
        }
        if (isDisconnected) {
            kinds.add(ExpectedChange.DISCONNECT);
        }
        return kinds;
    }

    private void addOfUpdate(Set<ExpectedChange> kinds) {
        boolean isRenamed = before.dn() != null
                && !DistinguishedName.normalize(before.dn()).equals(DistinguishedName.normalize(after.dn()));
        if (isRenamed) {
            kinds.add(ExpectedChange.RENAME);
        }
        boolean isUpdated = false;
        for (int index = 0; index < type.size(); index++) {
            isUpdated |= !type.attribute(index).name().equals(ObjectType.DN) && changes(index);
        }
        if (isUpdated) {
            kinds.add(ExpectedChange.UPDATE);
        }
        if (isDisabled) {
            kinds.add(ExpectedChange.DISABLE);
        }
    }

    /** Whether an attribute gets something else; of an account that is added or deleted, every attribute counts. */
    boolean changes(int attribute) {
        return before == null || after == null || !before.get(attribute).equals(after.get(attribute));
    }

    boolean isUpdate() {
        return before != null && after != null;
    }

    /** What it holds after the change; before it, if it is deleted. */
    Attributes image() {
        return after != null ? after : before;
    }

    String dn() {
        return image().dn();
    }

    String name() {
        return dn() != null ? dn() : title;
    }
}
