package org.syncline.dsl.extension.drools;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.ruleset.RuleLocation;

/** A spreadsheet or CSV file of which every row is a rule. */
final class DecisionTable {
    private static final Pattern ROW = Pattern.compile("// rule values at ([A-Z]+)(\\d+),.*");
    private static final int LETTERS = 26;

    /** A file of which no rules can be made. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Mistake mistake;

        private Unreadable(Mistake mistake) {
            super(mistake.message());
            this.mistake = mistake;
        }

        Mistake mistake() {
            return mistake;
        }
    }

    private DecisionTable() {}

    static boolean isTable(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv", "xls", "xlsx" -> true;
            default -> false;
        };
    }

    /** Its rules as text, of which each line is led back to the row it was made of. */
    static DrlText read(String name, byte[] content) throws Unreadable {
        String rules = rules(name, content);
        RuleLocation place = new RuleLocation(name, 1, 1);
        List<RuleLocation> origins = new ArrayList<>();
        for (String line : rules.split("\n", -1)) {
            Matcher row = ROW.matcher(line.strip());
            if (row.matches()) {
                place = new RuleLocation(name, Integer.parseInt(row.group(2)), column(row.group(1)));
            }
            origins.add(place);
        }
        return new DrlText(name, rules, origins);
    }

    private static String rules(String name, byte[] content) throws Unreadable {
        boolean isText = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        try {
            String rules = new SpreadsheetCompiler()
                    .compile(new ByteArrayInputStream(content), isText ? InputType.CSV : InputType.XLS);
            return rules.replaceFirst("^package [^;]*;", "");
        } catch (RuntimeException broken) {
            throw new Unreadable(new Mistake(
                    new RuleLocation(name, 1, 1), "No rules can be made of this table: " + broken.getMessage(),
                    "a table begins with a cell RuleTable and a name; below it are a row of CONDITION and ACTION, a row of"
                            + " objects, a row of conditions and actions, a row of headings, and the rules"));
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column;
    }
}
