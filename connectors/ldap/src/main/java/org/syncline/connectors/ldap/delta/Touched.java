package org.syncline.connectors.ldap.delta;

import java.util.List;
import org.syncline.connectors.spi.Watermark;

/**
 * What a log of changes says: which entries it is about, but not what became of them. That is read from the directory, so that a log
 * read twice, or one that lags behind, does no harm.
 *
 * @param entries that were added, changed, renamed, or deleted
 * @param containers distinguished names of now; what stands below them may be called otherwise than before
 * @param values of entries that changed in no other way, where the log tells them one by one as they are by now
 * @param end where the next delta import resumes
 */
public record Touched(List<Identity> entries, List<String> containers, List<ChangedValues> values, Watermark end) {
    public Touched {
        values = List.copyOf(values);
        entries = List.copyOf(entries);
        containers = List.copyOf(containers);
    }

    /** Where single values are not told. */
    public Touched(List<Identity> entries, List<String> containers, Watermark end) {
        this(entries, containers, List.of(), end);
    }
}
