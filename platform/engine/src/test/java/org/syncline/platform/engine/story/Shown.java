package org.syncline.platform.engine.story;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Objects and identities in words, under names that do not depend on the numbers that new ones get. */
final class Shown {
    private static final String NOTHING = "nothing";

    private Shown() {}

    static Map<String, String> all(Staged staged) {
        Map<String, String> shown = new TreeMap<>();
        staged.objects().forEach(object -> shown.put(name(object), text(object)));
        staged.identities().forEach(identity -> shown.put(name(identity), text(identity)));
        return shown;
    }

    static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> difference = new TreeMap<>();
        after.forEach((name, text) -> {
            if (!text.equals(before.get(name))) {
                difference.put(name, text);
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(
                name -> difference.put(name, NOTHING));
        return difference;
    }

    /** What a preview would change of what is there. */
    static Map<String, String> changes(Preview preview, Map<String, String> before) {
        Map<String, String> after = new TreeMap<>(before);
        after.keySet().removeAll(names(preview));
        preview.identities().stream()
                .map(MetaverseChange::after)
                .filter(Objects::nonNull)
                .forEach(identity -> after.put(name(identity), text(identity)));
        preview.objects().stream()
                .map(ConnectorSpaceChange::after)
                .filter(Objects::nonNull)
                .forEach(object -> after.put(name(object), text(object)));
        return difference(before, after);
    }

    /** What a preview is about. */
    static Set<String> names(Preview preview) {
        Set<String> names = new TreeSet<>();
        preview.identities().stream()
                .flatMap(change -> Arrays.asList(change.before(), change.after()).stream())
                .filter(Objects::nonNull)
                .forEach(identity -> names.add(name(identity)));
        preview.objects().stream()
                .flatMap(change -> Arrays.asList(change.before(), change.after()).stream())
                .filter(Objects::nonNull)
                .forEach(object -> names.add(name(object)));
        return names;
    }

    private static String name(ConnectorSpaceObject object) {
        String name = object.anchor() != null
                ? object.anchor().text()
                : object.draft() != null ? object.draft().toString() : "#" + object.id();
        return object.connector() + " " + name;
    }

    private static String name(MetaverseObject identity) {
        String type = identity.type().name();
        String key = switch (type) {
            case "person" -> "employeeId";
            case "unit" -> "key";
            default -> "name";
        };
        return type + " " + identity.attributes().text(key);
    }

    private static String text(ConnectorSpaceObject object) {
        return object.link().state() + " by " + object.link().origin() + " known " + object.hologram().known()
                + " import " + object.hologram().pendingImport() + " export " + object.hologram().pendingExport()
                + " leaving " + object.leaving();
    }

    /** Of references, only whether there is one: the identity may be new. */
    private static String text(MetaverseObject identity) {
        return identity.attributes().toString().replaceAll("IDENTITY \\d+", "IDENTITY") + " ending "
                + identity.endingSince();
    }
}
