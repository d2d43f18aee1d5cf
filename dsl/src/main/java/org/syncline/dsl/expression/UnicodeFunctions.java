package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.text.Normalizer;
import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions over the composition of characters. */
final class UnicodeFunctions {
    private static final String STROKED =
            "\u00d8\u00f8\u0141\u0142\u0110\u0111\u0126\u0127\u0166\u0167\u0131\u0180\u0243";
    private static final String PLAIN = "OoLlDdHhTtibB";

    private UnicodeFunctions() {}

    static List<Function> functions() {
        return List.of(removeDiacritics(), normalize());
    }

    private static Function removeDiacritics() {
        return declare("RemoveDiacritics", "Removes accents and strokes from letters.")
                .takes(each("text", STRING, "the text"))
                .gives("The text with plain letters; letters that are no accented ones, such as \u00df and \u00e6, stay; nothing"
                        + " for nothing.")
                .example("RemoveDiacritics(\"\u00c5s\u00e9 \u0141\u00f3d\u017a\")", "Ase Lodz")
                .example("RemoveDiacritics(\"Stra\u00dfe\")", "Stra\u00dfe")
                .as(TextBody.ofText(UnicodeFunctions::plain));
    }

    private static Function normalize() {
        return declare("Normalize", "Composes or decomposes characters, so that texts that look alike are alike.")
                .takes(
                        each("text", STRING, "the text"),
                        choice("form", "the Unicode normalization form", "NFC", "NFD", "NFKC", "NFKD"))
                .gives("The text in that form; nothing for nothing.")
                .example("Len(Normalize(\"e\u0301\"))", "1")
                .example("Normalize(\"\ufb01\", NFKC)", "fi")
                .as(arguments -> {
                    Normalizer.Form form = Normalizer.Form.valueOf(arguments.constantText(1));
                    return TextBody.ofText(text -> Normalizer.normalize(text, form)).bind(arguments);
                });
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.TEXT, name, purpose).from(Origin.SYNCLINE);
    }

    private static String plain(String text) {
        if (text.chars().allMatch(character -> character < 0x80)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints()
                .filter(character -> !isAccent(character))
                .map(UnicodeFunctions::withoutStroke)
                .forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** Only the accents of European scripts: the vowel signs of others are combining characters too. */
    private static boolean isAccent(int character) {
        return character >= 0x300 && character <= 0x36f;
    }

    private static int withoutStroke(int character) {
        int index = STROKED.indexOf(character);
        return index < 0 ? character : PLAIN.charAt(index);
    }
}
