package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.STRING;

import com.ibm.icu.text.Transliterator;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that write the letters of one script in those of another. */
final class TransliterationFunctions {
    private static final String ANY = "";
    /** What the Unicode data leave out: they know German only. */
    private static final Set<String> NORDIC = Set.of("da", "nb", "nn", "no");
    private static final String NORDIC_LETTERS =
            "\u00f8 > oe; \u00d8 } [:Upper:] > OE; \u00d8 > Oe; \u00e5 > aa; \u00c5 } [:Upper:] > AA; \u00c5 > Aa;";
    /** Without the marks that stand for soft and hard signs. */
    private static final String GENERAL = ":: Any-Latin; :: [\u02b9\u02ba] Remove; :: Latin-ASCII;";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Map<String, Transliterator> BY_LANGUAGE = new ConcurrentHashMap<>();

    private TransliterationFunctions() {}

    static List<Function> functions() {
        return List.of(new Declaration(Group.TEXT, "Transliterate",
                "Writes a text in plain Latin letters, as the people who speak a language do.")
                .takes(
                        each("text", STRING, "the text, in any script"),
                        one("language", STRING,
                                "de, da, ru ...: of several ways to write a letter, that of this language;"
                                        + " without it the commonest")
                                .otherwise(Constant.of(ANY)))
                .gives("A text of ASCII characters, as far as there are any for its letters; nothing for nothing.")
                .fails("when the language is none; as text it is checked when the rules are read")
                .from(Origin.SYNCLINE)
                .example("Transliterate(\"Jürgen Weiß\", \"de\")", "Juergen Weiss")
                .example("Transliterate(\"Jürgen Weiß\")", "Jurgen Weiss")
                .example("Transliterate(\"Søren Ågård\", \"da\")", "Soeren Aagaard")
                .example("Transliterate(\"Анна Щукина\", \"ru\")", "Anna Shchukina")
                .example("Transliterate(\"Ельцин\", \"ru\")", "Yeltsin")
                .example("Transliterate(\"O'Neil\")", "O'Neil")
                .as(TransliterationFunctions::bind));
    }

    private static Term bind(Arguments arguments) {
        Term text = arguments.get(0);
        CheckedConstant<Transliterator> rules = CheckedConstant.of(arguments, 1, TransliterationFunctions::of);
        return TextBody.term(evaluation -> {
            String written = text.text(evaluation);
            Transliterator known = rules.value(evaluation);
            return written == null || known == null ? null : known.transliterate(written);
        });
    }

    private static Transliterator of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        if (!tag.equals(ANY) && !LANGUAGES.contains(language)) {
            throw new EvaluationException("'" + tag + "' is no language; write its two letters, such as de or ru");
        }
        return BY_LANGUAGE.computeIfAbsent(language, TransliterationFunctions::rules);
    }

    /** The rules of the language first, where there are some; the general ones for all that is left. */
    private static Transliterator rules(String language) {
        if (NORDIC.contains(language)) {
            return Transliterator.createFromRules(language, NORDIC_LETTERS + GENERAL, Transliterator.FORWARD);
        }
        Set<String> known = Set.copyOf(Collections.list(Transliterator.getAvailableIDs()));
        String special = Stream.of(language + "-ASCII", language + "-" + language + "_Latn/BGN")
                .filter(known::contains)
                .map(id -> ":: " + id + ";")
                .findFirst()
                .orElse("");
        return Transliterator.createFromRules(language, special + GENERAL, Transliterator.FORWARD);
    }
}
