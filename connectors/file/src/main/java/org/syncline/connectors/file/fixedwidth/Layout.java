package org.syncline.connectors.file.fixedwidth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.connectors.file.SettingsReader;
import org.syncline.connectors.file.SeveralValues;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * What the lines of a file look like.
 *
 * @param places the columns, in the order of the setting
 * @param header whether the first line is none of them
 * @param acceptsShortLines whether a line may end before its last column does
 * @param severalValues in one cell
 */
record Layout(List<Place> places, boolean header, boolean acceptsShortLines, SeveralValues severalValues) {
    private static final String COLUMNS = "columns";
    private static final String HEADER = "header";
    private static final String SHORT_LINES = "short-lines";

    static final List<SettingDefinition> SETTINGS = List.of(
            SettingDefinition.required(COLUMNS,
                    "The columns, separated by commas: name, first and last character, then right for values at its end, and a padding other than blanks, as in id 1-8, name 9-38, salary 39-48 right 0."),
            SettingDefinition.optional(HEADER, "Whether the first line is a heading and no record: true or false.",
                    "false"),
            SettingDefinition.optional(SHORT_LINES,
                    "What a line is that ends before its last column: error, or accept where blanks at the end are left out.",
                    "error"),
            SeveralValues.DEFINITION);

    private static final Pattern PLACE =
            Pattern.compile("(?<name>\\S.*?)\\s+(?<from>\\d{1,6})(-(?<to>\\d{1,6}))?(\\s+(?<side>left|right))?"
                    + "(\\s+(?<pad>\\S))?");

    static Layout of(SettingsReader settings) {
        List<Place> places = new ArrayList<>();
        for (String text : settings.text(COLUMNS).orElseThrow(() -> settings.invalid(
                "'columns' is missing. Name the columns and where they stand, as in id 1-8, name 9-38.")).split(",")) {
            places.add(place(text.strip(), settings));
        }
        checkApart(places, settings);
        return new Layout(List.copyOf(places), settings.truth(HEADER, false), acceptsShortLines(settings),
                SeveralValues.of(settings, ' ', false));
    }

    private static Place place(String text, SettingsReader settings) {
        Matcher parts = PLACE.matcher(text);
        if (!parts.matches()) {
            throw settings.invalid("'columns' has '" + text
                    + "', which does not say where a column stands. Write name, first and last character, as in id 1-8,"
                    + " then right for values at its end and a padding other than blanks, as in salary 39-48 right 0.");
        }
        int from = Integer.parseInt(parts.group("from"));
        int to = parts.group("to") == null ? from : Integer.parseInt(parts.group("to"));
        if (from < 1 || to < from) {
            throw settings.invalid("'columns' has '" + text + "', which ends before it begins. The first character of"
                    + " a line is 1.");
        }
        char pad = parts.group("pad") == null ? ' ' : parts.group("pad").charAt(0);
        return new Place(parts.group("name"), from - 1, to, "right".equals(parts.group("side")), pad);
    }

    private static void checkApart(List<Place> places, SettingsReader settings) {
        List<Place> inOrder = places.stream().sorted(Comparator.comparing(Place::from)).toList();
        for (int at = 1; at < inOrder.size(); at++) {
            Place before = inOrder.get(at - 1);
            Place place = inOrder.get(at);
            if (place.from() < before.to()) {
                throw settings.invalid("'columns' has '" + before.name() + "' and '" + place.name()
                        + "', which share character " + (place.from() + 1) + ". Correct where one of them stands.");
            }
        }
    }

    private static boolean acceptsShortLines(SettingsReader settings) {
        String text = settings.text(SHORT_LINES).orElse("error");
        return switch (text) {
            case "error" -> false;
            case "accept" -> true;
            default -> throw settings.invalid("'short-lines' is '" + text + "'. Write error or accept.");
        };
    }

    List<String> names() {
        return places.stream().map(Place::name).toList();
    }

    /** How many characters a line has. */
    int width() {
        return places.stream().mapToInt(Place::to).max().orElse(0);
    }
}
