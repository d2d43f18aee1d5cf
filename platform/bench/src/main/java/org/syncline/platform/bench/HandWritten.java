package org.syncline.platform.bench;

import java.util.Locale;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;

/** The same as {@link Flows}, as a programmer would write it for this one case. */
final class HandWritten {
    private static final int ID = index("id");
    private static final int GIVEN_NAME = index("givenName");
    private static final int FAMILY_NAME = index("familyName");
    private static final int MIDDLE_NAME = index("middleName");
    private static final int TITLE = index("title");
    private static final int MAIL = index("mail");
    private static final int PHONE = index("phone");
    private static final int MOBILE = index("mobile");
    private static final int DEPARTMENT = index("department");
    private static final int DEPARTMENT_NUMBER = index("departmentNumber");
    private static final int COST_CENTRE = index("costCentre");
    private static final int COMPANY = index("company");
    private static final int DIVISION = index("division");
    private static final int PRIVATE_MAIL = index("privateMail");
    private static final int JOB_CODE = index("jobCode");
    private static final int JOB_TITLE = index("jobTitle");
    private static final int STATUS = index("status");
    private static final int CONTRACT = index("contract");
    private static final int END_DATE = index("endDate");
    private static final int COUNTRY = index("country");
    private static final int CITY = index("city");
    private static final int BUILDING = index("building");
    private static final int ROOM = index("room");
    private static final int NOTE = index("note");
    private static final Content DISABLED = new TextValue("disabled");
    private static final Content ACTIVE = new TextValue("active");
    private static final Content FIXED_TERM = new TextValue("fixed-term");
    private static final Content PERMANENT = new TextValue("permanent");
    private static final Content GERMANY = new TextValue("Germany");
    private static final Content UNITED_STATES = new TextValue("United States");
    private static final Content ELSEWHERE = new TextValue("elsewhere");

    private HandWritten() {}

    private static int index(String name) {
        return People.TYPE.index(name);
    }

    private static String text(Attributes person, int index) {
        return person.get(index) instanceof TextValue value ? value.text() : null;
    }

    private static Content value(String text) {
        return text == null ? Absence.NULL : new TextValue(text);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String trimmed(String text) {
        return text == null ? null : text.strip();
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static String upper(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static String left(String text, int count) {
        return text == null ? null : text.substring(0, Math.min(count, text.length()));
    }

    private static Content of(boolean truth) {
        return truth ? BooleanValue.TRUE : BooleanValue.FALSE;
    }

    static Content[] of(Attributes person) {
        String id = text(person, ID);
        String givenName = text(person, GIVEN_NAME);
        String familyName = text(person, FAMILY_NAME);
        String mail = text(person, MAIL);
        String phone = text(person, PHONE);
        String costCentre = text(person, COST_CENTRE);
        String country = text(person, COUNTRY);
        String city = text(person, CITY);
        boolean left = "left".equalsIgnoreCase(text(person, STATUS));
        Content[] results = new Content[30];
        results[0] = person.get(ID);
        results[1] = value(trimmed(givenName));
        results[2] = value(trimmed(familyName));
        results[3] = value((orEmpty(givenName) + " " + orEmpty(familyName)).strip());
        results[4] = value(lower(trimmed(mail)));
        results[5] = value((orEmpty(left(id, 1)) + orEmpty(familyName)).toLowerCase(Locale.ROOT));
        results[6] = value(trimmed(text(person, TITLE)));
        results[7] = value(trimmed(text(person, DEPARTMENT)));
        results[8] = value(upper(text(person, DEPARTMENT_NUMBER)));
        results[9] = value(left(costCentre, 7));
        results[10] = value(phone == null ? null : phone.replace("-", " "));
        results[11] = person.get(MOBILE).isPresent() ? person.get(MOBILE) : person.get(PHONE);
        results[12] = left ? DISABLED : ACTIVE;
        results[13] = of(person.get(END_DATE).isPresent() || left);
        results[14] = value(upper(country));
        results[15] = "fixed".equalsIgnoreCase(text(person, CONTRACT)) ? FIXED_TERM : PERMANENT;
        results[16] = value(word(mail, 1));
        results[17] = value(word(mail, 2));
        results[18] = value("uid=" + orEmpty(id) + ",ou=People,dc=example,dc=com");
        results[19] = value(orEmpty(text(person, BUILDING)) + "$" + orEmpty(city) + "$" + orEmpty(country));
        results[20] = person.get(JOB_TITLE).isPresent() ? person.get(JOB_TITLE) : person.get(JOB_CODE);
        results[21] = value(lower(text(person, PRIVATE_MAIL)));
        results[22] = value("Room " + orEmpty(text(person, ROOM)));
        results[23] = value(middle(costCentre, 4, 4));
        results[24] = value(right(id, 4));
        results[25] = length(text(person, NOTE));
        results[26] = "de".equalsIgnoreCase(country)
                ? GERMANY
                : "us".equalsIgnoreCase(country) ? UNITED_STATES : ELSEWHERE;
        results[27] = withMiddleName(givenName, text(person, MIDDLE_NAME), familyName);
        results[28] = value(orEmpty(text(person, COMPANY)) + " " + orEmpty(text(person, DIVISION)));
        results[29] = of(mail != null && mail.indexOf('@') >= 0 && id != null && id.length() == 7);
        return results;
    }

    private static String word(String text, int number) {
        if (text == null) {
            return null;
        }
        int at = text.indexOf('@');
        if (at < 0) {
            return number == 1 ? text : "";
        }
        return number == 1 ? text.substring(0, at) : text.substring(at + 1);
    }

    private static String middle(String text, int start, int count) {
        return text == null || text.length() < start
                ? text
                : text.substring(start - 1, Math.min(text.length(), start - 1 + count));
    }

    private static String right(String text, int count) {
        return text == null ? null : text.substring(Math.max(0, text.length() - count));
    }

    private static Content length(String text) {
        return text == null ? Absence.NULL : new IntegerValue(text.length());
    }

    private static Content withMiddleName(String givenName, String middleName, String familyName) {
        return middleName == null
                ? Absence.NULL
                : new TextValue(orEmpty(givenName) + " " + left(middleName, 1) + ". " + orEmpty(familyName));
    }
}
