package org.syncline.platform.app.company;

import java.util.Locale;

/** What happens to rows in a file kept by people: always the same to the same row. */
final class Untidiness {
    private Untidiness() {}

    static String of(long number, Column column, String text) {
        return switch (column) {
            case EMPLOYEE_ID -> number % 331 == 17 ? "" : text;
            case GIVEN_NAME -> number % 71 == 3 ? text + " " : text;
            case FAMILY_NAME ->
                    number % 83 == 5 ? "  " + text : number % 97 == 7 ? text.toUpperCase(Locale.ROOT) : text;
            case TITLE -> number % 61 == 9 ? "" : number % 67 == 11 ? text + "  " : text;
            case MANAGER_ID -> number % 251 == 13 ? "E9999999" : text;
            case MAIL -> number % 37 == 19 ? capitalized(text) : text;
            case PHONE ->
                    number % 43 == 21 ? text.replace(" ", "-") : number % 47 == 23 ? text.replace("+", "00") : text;
            case STATUS -> number % 59 == 29 ? text.toUpperCase(Locale.ROOT) : text;
            case DEPARTMENT, COST_CENTRE, COUNTRY, CITY, BUILDING, HIRE_DATE, END_DATE -> text;
        };
    }

    private static String capitalized(String mail) {
        return mail.isEmpty() ? "n/a" : mail.substring(0, 2).toUpperCase(Locale.ROOT) + mail.substring(2);
    }
}
