package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.Value;

/** The functions that look values up in the tables of the configuration folder. */
final class LookupFunctions {
    private LookupFunctions() {}

    static List<Function> functions() {
        return List.of(new Declaration(Group.QUESTIONS, "Lookup", "What a table of the folder says of a key.")
                .takes(
                        one("table", STRING, "the table, as text: \"buildings\" is lookup/buildings.csv and its second"
                                + " column, \"buildings.city\" its column city"),
                        each("key", STRING, "what stands in the first column, without regard to case").or(INTEGER),
                        one("default", STRING,
                                "what to take if there is no such row, or nothing in it; nothing if left out")
                                .otherwise(Missing.ARGUMENT))
                .gives("A text; nothing for nothing.")
                .from(Origin.SYNCLINE)
                .example("Lookup(\"buildings\", \"b1\")", "Main Street 1")
                .example("Lookup(\"buildings.city\", \"B2\")", "Seattle")
                .example("Lookup(\"buildings\", \"B3\", \"unknown\")", "unknown")
                .as(LookupFunctions::bind));
    }

    private static Term bind(Arguments arguments) {
        Column column = column(arguments);
        if (column == null) {
            return Compilation.broken();
        }
        Term key = arguments.get(1);
        Term fallback = arguments.get(2);
        return TextBody.term(evaluation -> {
            String wanted = text(Reading.value(key.content(evaluation)));
            String found = wanted == null ? null : column.table.find(wanted, column.index);
            return found == null && wanted != null ? fallback.text(evaluation) : found;
        });
    }

    private static String text(Value key) {
        if (key == null) {
            return null;
        }
        return key instanceof IntegerValue ? key.text() : Reading.text(key);
    }

    private record Column(LookupTable table, int index) {}

    /** The column that the first argument names; null after reporting what is wrong with it, or where the table itself is. */
    private static Column column(Arguments arguments) {
        String written = arguments.constantText(0);
        if (written == null) {
            arguments.mistake(0, Kind.TYPE, "The table must be written as text, such as \"buildings\"", null);
            return null;
        }
        int dot = written.indexOf('.');
        String name = dot < 0 ? written : written.substring(0, dot);
        LookupTable table = arguments.table(name);
        if (table == null) {
            String nearest = NearestName.to(name, arguments.tables());
            arguments.mistake(0, Kind.UNKNOWN, "There is no table '" + name + "': the folder has no file lookup/" + name
                    + ".csv", nearest == null ? null : "\"" + nearest + (dot < 0 ? "" : written.substring(dot)) + "\"");
            return null;
        }
        if (table.columns().size() < 2) {
            return null;
        }
        return dot < 0 ? new Column(table, 1) : column(arguments, table, written.substring(dot + 1));
    }

    private static Column column(Arguments arguments, LookupTable table, String name) {
        int index = table.columns().indexOf(name);
        if (index >= 0) {
            return new Column(table, index);
        }
        String nearest = NearestName.to(name, table.columns());
        arguments.mistake(0, Kind.UNKNOWN, "The table '" + table.name() + "' has no column '" + name + "'",
                nearest == null ? null : "\"" + table.name() + "." + nearest + "\"");
        return null;
    }
}
