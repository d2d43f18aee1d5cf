package org.syncline.dsl.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each kind of file lies in a configuration folder. */
public final class FilePlaces {
    public static final String SYNCLINE = "syncline.xml";
    static final String SCHEDULE = "schedule.xml";
    static final String CONNECTORS = "connectors";
    static final String RULES = "rules";
    static final String JOIN = "rules/join";
    static final String ATTRIBUTE_FLOW = "rules/attribute-flow";
    static final String PROVISIONING = "rules/provisioning";
    static final String TESTS = "tests";
    static final String LOOKUP = "lookup";

    private static final Map<String, List<String>> ROOTS = new LinkedHashMap<>();

    static {
        ROOTS.put(SYNCLINE, List.of("syncline"));
        ROOTS.put(CONNECTORS, List.of("connector"));
        ROOTS.put(JOIN, List.of("join-rules"));
        ROOTS.put(ATTRIBUTE_FLOW, List.of("attribute-flows"));
        ROOTS.put(PROVISIONING, List.of("provisioning-rules", "groups"));
        ROOTS.put(SCHEDULE, List.of("schedule"));
        ROOTS.put(TESTS, List.of("rule-tests"));
    }

    private FilePlaces() {}

    /** The files and folders in the folder itself, in which everything lies that is read. */
    public static List<String> top() {
        return List.of(SYNCLINE, CONNECTORS, RULES, SCHEDULE, TESTS, LOOKUP);
    }

    /** Whether rules lie in a place, in whatever language. */
    static boolean isOfRules(String place) {
        return place.startsWith(RULES + "/");
    }

    /** The root elements of the files in a place. */
    static List<String> roots(String place) {
        return ROOTS.get(place);
    }

    /** Where the files with a root element belong. */
    static String of(String root) {
        return ROOTS.entrySet().stream()
                .filter(place -> place.getValue().contains(root))
                .map(place -> "it belongs in " + place.getKey())
                .findFirst()
                .orElseThrow();
    }
}
