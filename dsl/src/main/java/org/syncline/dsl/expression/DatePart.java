package org.syncline.dsl.expression;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** One part of a date format. */
@FunctionalInterface
interface DatePart {
    int NANO_DIGITS = 9;
    int HALF_A_DAY = 12;

    void write(ZonedDateTime moment, StringBuilder text);

    static DatePart literal(String literal) {
        return (moment, text) -> text.append(literal);
    }

    /** The part that a letter, so many times, stands for; the letter itself if it stands for none. */
    static DatePart of(char letter, int count) {
        return switch (letter) {
            case 'y' -> (moment, text) -> year(moment, count, text);
            case 'M' -> (moment, text) -> month(moment, count, text);
            case 'd' -> (moment, text) -> day(moment, count, text);
            case 'H' -> (moment, text) -> padded(moment.getHour(), Math.min(count, 2), text);
            case 'h' -> (moment, text) -> padded((moment.getHour() + HALF_A_DAY - 1) % HALF_A_DAY + 1,
                    Math.min(count, 2), text);
            case 'm' -> (moment, text) -> padded(moment.getMinute(), Math.min(count, 2), text);
            case 's' -> (moment, text) -> padded(moment.getSecond(), Math.min(count, 2), text);
            case 'f' -> (moment, text) -> text.append(fraction(moment, count));
            case 'F' -> (moment, text) -> text.append(fraction(moment, count).replaceFirst("0+$", ""));
            case 't' ->
                    (moment, text) -> text.append((moment.getHour() < HALF_A_DAY ? "AM" : "PM"), 0, Math.min(count, 2));
            case 'z' -> literal(count == 1 ? "+0" : count == 2 ? "+00" : "+00:00");
            case 'K' -> literal("Z".repeat(count));
            case 'g' -> literal("A.D.");
            default -> literal(String.valueOf(letter).repeat(count));
        };
    }

    private static void year(ZonedDateTime moment, int count, StringBuilder text) {
        padded(count <= 2 ? moment.getYear() % 100 : moment.getYear(), count, text);
    }

    private static void month(ZonedDateTime moment, int count, StringBuilder text) {
        switch (count) {
            case 1, 2 -> padded(moment.getMonthValue(), count, text);
            case 3 -> text.append(moment.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            default -> text.append(moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
    }

    private static void day(ZonedDateTime moment, int count, StringBuilder text) {
        switch (count) {
            case 1, 2 -> padded(moment.getDayOfMonth(), count, text);
            case 3 -> text.append(moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            default -> text.append(moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
    }

    private static String fraction(ZonedDateTime moment, int count) {
        String nanos = Integer.toString(moment.getNano());
        return ("0".repeat(NANO_DIGITS - nanos.length()) + nanos).substring(0, Math.min(count, NANO_DIGITS));
    }

    private static void padded(int number, int width, StringBuilder text) {
        String digits = Integer.toString(number);
        text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
