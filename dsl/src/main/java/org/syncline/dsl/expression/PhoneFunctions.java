package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.STRING;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions over telephone numbers. */
final class PhoneFunctions {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneFunctions() {}

    static List<Function> functions() {
        return List.of(new Declaration(Group.TEXT, "PhoneE164",
                "Writes a telephone number as the whole world dials it.")
                .takes(
                        each("number", STRING, "the number as people write it"),
                        one("country", STRING, "where it is dialled so if it names no country itself: DE, US, GB ..."))
                .gives("A plus sign and digits, without an extension; nothing for nothing and for an empty text.")
                .fails("when the text is no telephone number, or one of an impossible length; a country that is none is"
                        + " found when the rules are read")
                .from(Origin.SYNCLINE)
                .example("PhoneE164(\"(0 89) 1234-567\", \"DE\")", "+49891234567")
                .example("PhoneE164(\"+1 425 555 0100 ext. 7\", \"DE\")", "+14255550100")
                .as(PhoneFunctions::bind));
    }

    private static Term bind(Arguments arguments) {
        Term number = arguments.get(0);
        CheckedConstant<String> country = CheckedConstant.of(arguments, 1, PhoneFunctions::country);
        return TextBody.term(evaluation -> {
            String written = number.text(evaluation);
            String where = country.value(evaluation);
            return written == null || written.isBlank() || where == null ? null : international(written, where);
        });
    }

    private static String country(String code) {
        String country = code.toUpperCase(Locale.ROOT);
        if (NUMBERS.getSupportedRegions().contains(country)) {
            return country;
        }
        throw new EvaluationException("'" + code + "' is no country; write its two letters, such as DE or US");
    }

    private static String international(String written, String country) {
        try {
            PhoneNumber number = NUMBERS.parse(written, country);
            ValidationResult possible = NUMBERS.isPossibleNumberWithReason(number);
            if (possible == ValidationResult.IS_POSSIBLE || possible == ValidationResult.IS_POSSIBLE_LOCAL_ONLY) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException none) {
            // said below
        }
        throw new EvaluationException("'" + written + "' is no telephone number that can be dialled in " + country);
    }
}
