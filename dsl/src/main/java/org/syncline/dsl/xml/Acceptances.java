package org.syncline.dsl.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.dsl.lint.LintCode;

/** What administrators accept on purpose: the codes that an element names in {@code accept}, for itself and all that stands in it. */
final class Acceptances {
    private static final String ACCEPT = "accept";

    /**
     * One code that is accepted.
     *
     * @param end offset after the element
     */
    private record Acceptance(SourceFile file, Tag tag, String code, int end) {
        boolean covers(Warning warning) {
            Problem found = warning.problem();
            int offset = file.text().lines().offset(found.line(), found.column());
            return warning.code().text().equals(code) && tag.begin() <= offset && offset < end;
        }
    }

    private final Map<String, List<Acceptance>> byFile = new HashMap<>();

    Acceptances(List<SourceFile> files) {
        files.forEach(file -> byFile.put(file.name(), of(file)));
    }

    /** The warnings that nobody accepts, and those of acceptances that accept nothing. */
    List<Warning> without(List<Warning> warnings) {
        Set<Acceptance> needed = new HashSet<>();
        TreeSet<Warning> left = new TreeSet<>();
        for (Warning warning : warnings) {
            List<Acceptance> accepting = byFile.getOrDefault(warning.problem().file(), List.of()).stream()
                    .filter(acceptance -> acceptance.covers(warning))
                    .toList();
            needed.addAll(accepting);
            if (accepting.isEmpty()) {
                left.add(warning);
            }
        }
        byFile.values().stream()
                .flatMap(List::stream)
                .filter(acceptance -> !needed.contains(acceptance))
                .forEach(acceptance -> left.add(inVain(acceptance)));
        return List.copyOf(left);
    }

    private static Warning inVain(Acceptance acceptance) {
        SourceFile file = acceptance.file();
        var place = file.location(file.text().valueOf(acceptance.tag(), ACCEPT));
        return new Warning(LintCode.ACCEPTED_IN_VAIN, new Problem(
                place.file(), place.line(), place.column(),
                "There is no " + acceptance.code() + " to accept here", "leave it out of accept"));
    }

    private static List<Acceptance> of(SourceFile file) {
        List<Acceptance> found = new ArrayList<>();
        Deque<Tag> open = new ArrayDeque<>();
        for (Tag tag : file.text().tags()) {
            if (tag.kind() != Tag.Kind.END) {
                open.push(tag);
            }
            if (tag.kind() != Tag.Kind.START) {
                boolean isOff = open.stream().anyMatch(element -> isSwitchedOff(file, element));
                Tag element = open.pop();
                if (!isOff) {
                    codes(file, element).forEach(code -> found.add(new Acceptance(file, element, code, tag.end())));
                }
            }
        }
        return found;
    }

    /** What is switched off is not looked at. */
    private static boolean isSwitchedOff(SourceFile file, Tag element) {
        String enabled = file.text().written(element, "enabled");
        return enabled != null && Set.of("false", "0").contains(enabled.strip());
    }

    private static List<String> codes(SourceFile file, Tag element) {
        String written = file.text().written(element, ACCEPT);
        return written == null ? List.of() : List.of(written.strip().split("\\s+"));
    }
}
