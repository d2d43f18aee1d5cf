package org.syncline.platform.app.report;

import java.util.ArrayList;
import java.util.List;
import org.syncline.platform.engine.operations.RuleVersions.ChangedFile;

/** What differs in a file, in the unified form: a few lines around each change, {@code -} before what went, {@code +} before what came. */
public final class UnifiedDifference {
    private static final int CONTEXT = 3;

    /** One line of the difference: kept, gone or new. */
    private record Line(char kind, String text) {}

    private UnifiedDifference() {}

    /** The text of a difference that begins with the name of the file. */
    public static String of(ChangedFile file) {
        StringBuilder text = new StringBuilder();
        text.append("--- ").append(file.before() == null ? "(none)" : file.name()).append('\n');
        text.append("+++ ").append(file.after() == null ? "(none)" : file.name()).append('\n');
        List<Line> lines = lines(split(file.before()), split(file.after()));
        int from = 0;
        while (from < lines.size()) {
            int first = firstChange(lines, from);
            if (first == lines.size()) {
                break;
            }
            int end = endOfHunk(lines, first);
            hunk(lines, Math.max(from, first - CONTEXT), end, text);
            from = end;
        }
        return text.toString();
    }

    private static List<String> split(String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private static int firstChange(List<Line> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).kind == ' ') {
            at++;
        }
        return at;
    }

    /** Behind the last change that is not too far from the one before it, and what stands around it. */
    private static int endOfHunk(List<Line> lines, int first) {
        int last = first;
        int at = first;
        while (at < lines.size() && at - last <= 2 * CONTEXT) {
            if (lines.get(at).kind != ' ') {
                last = at;
            }
            at++;
        }
        return Math.min(lines.size(), last + CONTEXT + 1);
    }

    private static void hunk(List<Line> lines, int from, int to, StringBuilder text) {
        text.append("@@ -").append(range(lines, from, to, '+')).append(" +").append(range(lines, from, to, '-'))
                .append(" @@\n");
        lines.subList(from, to).forEach(line -> text.append(line.kind).append(line.text).append('\n'));
    }

    /** The number of the first line and how many there are, on the side that does not have this kind of lines. */
    private static String range(List<Line> lines, int from, int to, char otherSide) {
        long before = count(lines.subList(0, from), otherSide);
        long inside = count(lines.subList(from, to), otherSide);
        return (inside == 0 ? before : before + 1) + "," + inside;
    }

    private static long count(List<Line> lines, char otherSide) {
        return lines.stream().filter(line -> line.kind != otherSide).count();
    }

    private static List<Line> lines(List<String> before, List<String> after) {
        int head = 0;
        while (head < before.size() && head < after.size() && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < before.size() - head && tail < after.size() - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        before.subList(0, head).forEach(text -> lines.add(new Line(' ', text)));
        between(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), lines);
        before.subList(before.size() - tail, before.size()).forEach(text -> lines.add(new Line(' ', text)));
        return lines;
    }

    /** By the longest common subsequence; where that would take too much memory, all that went before all that came. */
    private static void between(List<String> before, List<String> after, List<Line> lines) {
        int[][] common = (long) before.size() * after.size() > 4_000_000
                ? new int[before.size() + 1][0]
                : common(before, after);
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            boolean known = old < before.size() && now < after.size() && common[old].length > 0;
            if (known && before.get(old).equals(after.get(now))) {
                lines.add(new Line(' ', before.get(old++)));
                now++;
            } else if (old < before.size() && (!known || common[old + 1][now] >= common[old][now + 1])) {
                lines.add(new Line('-', before.get(old++)));
            } else {
                lines.add(new Line('+', after.get(now++)));
            }
        }
    }

    /** How many lines what is left of both has in common, from each place on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int old = before.size() - 1; old >= 0; old--) {
            for (int now = after.size() - 1; now >= 0; now--) {
                common[old][now] = before.get(old).equals(after.get(now))
                        ? common[old + 1][now + 1] + 1
                        : Math.max(common[old + 1][now], common[old][now + 1]);
            }
        }
        return common;
    }
}
