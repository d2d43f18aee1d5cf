package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeNameTest {

    @ParameterizedTest
    @CsvSource({
            "cn=Ann, cn, Ann", "CN = Ann Berg, CN, Ann Berg", "cn=, cn, ''", "cn, cn, ''", "'', '', ''",
            "'cn=Berg\\, Ann', cn, 'Berg, Ann'",
            "cn=a\\2Cb, cn, 'a,b'", "cn=Z\\C3\\BCrich, cn, Zürich", "cn=a\\+b, cn, a+b", "cn=a=b, cn, a=b",
            "'cn=\\ a\\ ', cn, ' a '", "'cn=a\\\\ ', cn, a\\"})
    void readsTheAttributeAndItsUnescapedValue(String rdn, String attribute, String value) {
        assertEquals(List.of(new RelativeName(attribute, value)), RelativeName.of(rdn));
    }

    @Test
    void readsEveryPartOfANameOfSeveral() {
        assertEquals(List.of(new RelativeName("cn", "Ann"), new RelativeName("uid", "a7")),
                RelativeName.of("cn=Ann + uid=a7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ann", "Berg, Ann", " spaced ", "#7", "a+b=c", "tab\tand\nline", "\\", "\"quoted\"", "Zürich 😀",
                    "a\\ "})
    void readsWhatWasEscaped(String value) {
        assertEquals(value, RelativeName.of("cn=" + DistinguishedName.escape(value)).getFirst().value());
    }
}
