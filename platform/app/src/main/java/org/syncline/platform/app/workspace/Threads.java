package org.syncline.platform.app.workspace;

import java.util.List;
import java.util.Map;
import org.syncline.dsl.xml.Problem;

/** How many threads evaluate the rules of a page: one for each processor, unless {@code SYNCLINE_THREADS} says otherwise. */
final class Threads {
    private static final String VARIABLE = "SYNCLINE_THREADS";

    private Threads() {}

    /** @throws RefusedConfiguration if the variable holds no number of at least 1 */
    static int in(Map<String, String> environment) {
        String text = environment.get(VARIABLE);
        if (text == null || text.isBlank()) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (!text.strip().matches("0*[1-9]\\d{0,3}")) {
            throw new RefusedConfiguration(List.of(new Problem(
                    VARIABLE, 1, 1, "The environment variable says '" + text + "', which is no number of threads",
                    "write 1 or more, or leave it out for one thread for each processor")));
        }
        return Integer.parseInt(text.strip());
    }
}
