package org.syncline.connectors.ldap.delta;

import java.util.List;
import org.syncline.connectors.spi.Watermark;

/**
 * What a log of changes says: which entries it is about, but not what became of them. That is read from the directory, so that a log
 * read twice, or one that lags behind, does no harm.
 *
 * @param entries that were added, changed, renamed, or deleted
 * @param containers distinguished names of now; what stands below them may be called otherwise than before
 * @param end where the next delta import resumes
 */
public record Touched(List<Identity> entries, List<String> containers, Watermark end) {
    public Touched {
        entries = List.copyOf(entries);
        containers = List.copyOf(containers);
    }
}
