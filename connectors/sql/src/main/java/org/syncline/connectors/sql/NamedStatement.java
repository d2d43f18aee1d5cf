package org.syncline.connectors.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that an administrator gives, with named parameters such as {@code :login}; none where they stand in texts, quoted names
 * or comments.
 *
 * @param sql with a question mark for each parameter
 * @param names of the parameters in their order
 */
record NamedStatement(String sql, List<String> names) {
    private static final Pattern PARTS = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|\\[[^\\]]*\\]|--[^\\n]*|/\\*.*?\\*/|::|(?<![\\p{L}\\p{N}_]):([\\p{L}_][\\p{L}\\p{N}_-]*)",
            Pattern.DOTALL);

    static NamedStatement of(String text) {
        List<String> names = new ArrayList<>();
        Matcher parts = PARTS.matcher(text);
        String sql = parts.replaceAll(part -> {
            if (part.group(1) == null) {
                return Matcher.quoteReplacement(part.group());
            }
            names.add(part.group(1));
            return "?";
        });
        return new NamedStatement(sql, List.copyOf(names));
    }

    /** Whether the database says how many rows it changed; of a call nobody knows. */
    boolean countsRows() {
        return sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(update|delete|insert|merge)\\b.*");
    }
}
