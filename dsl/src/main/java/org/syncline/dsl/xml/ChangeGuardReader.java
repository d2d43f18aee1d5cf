package org.syncline.dsl.xml;

import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.xml.binding.OnBreach;

/** Reads limits of changes. What cannot be read was reported and counts as the strictest. */
final class ChangeGuardReader {
    private static final double ALL = 1;
    private static final double PERCENT = 100;

    private final SourceFile file;

    ChangeGuardReader(SourceFile file) {
        this.file = file;
    }

    /** @param deletes the limit of deletes where none is written */
    ChangeGuard read(org.syncline.dsl.xml.binding.ChangeGuard guard, Limit deletes) {
        boolean limitsDeletes = file.has(guard, "deletes") || file.has(guard, "deletes-share");
        return new ChangeGuard(
                limit(guard, "adds", guard.getAdds(), guard.getAddsShare()),
                limit(guard, "updates", guard.getUpdates(), guard.getUpdatesShare()),
                limitsDeletes ? limit(guard, "deletes", guard.getDeletes(), guard.getDeletesShare()) : deletes,
                limit(guard, "disables", guard.getDisables(), guard.getDisablesShare()),
                clearedValues(guard),
                guard.getFloor(),
                Periods.of(guard.getWindow()),
                guard.getOnBreach() == OnBreach.HOLD_ALL);
    }

    private Limit limit(Locatable guard, String attribute, Integer most, String share) {
        boolean unreadable = most == null && file.has(guard, attribute);
        return new Limit(most != null ? most : unreadable ? 0 : Limit.UNLIMITED, share(share));
    }

    private static Limit clearedValues(org.syncline.dsl.xml.binding.ChangeGuard guard) {
        String written = guard.getClearedValues();
        return written == null || written.endsWith("%") ? Limit.share(share(written)) : Limit.number(number(written));
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    /** A share from 0 to 1. */
    private static double share(String written) {
        try {
            return written == null ? ALL : Double.parseDouble(written.replace("%", "")) / PERCENT;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
