package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinguishedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "cn=Ann,dc=x          | cn=ann,dc=x",
                    "CN=Ann , DC=x        | cn=ann,dc=x",
                    "cn = Ann Lee, dc=x   | cn=ann lee,dc=x",
                    "cn=a\\, b,dc=x       | cn=a\\, b,dc=x",
                    "cn=Ann + uid=1,dc=x  | cn=ann+uid=1,dc=x",
                    "cn=ann\\ ,dc=x       | cn=ann\\ ,dc=x",
                    "cn=a\\2Cb,dc=x       | cn=a\\,b,dc=x",
                    "cn=a\\2cb,dc=x       | cn=a\\,b,dc=x",
                    "cn=Z\\C3\\AB,dc=x    | cn=zë,dc=x",
                    "cn=a \\2B b,dc=x     | cn=a \\+ b,dc=x",
                    "cn=ann\\20,dc=x      | cn=ann\\ ,dc=x",
                    "cn=a\\5C,dc=x        | cn=a\\\\,dc=x",
            })
    void namesAreComparedWithoutRegardToCaseAndLooseSpaces(String dn, String normalized) {
        assertEquals(normalized, DistinguishedName.normalize(dn));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "cn=Ann,ou=p,dc=x     | cn=Ann      | ou=p,dc=x | 3",
                    "cn=a\\,b,dc=x        | cn=a\\,b    | dc=x      | 2",
                    "cn=\"a,b\",dc=x      | cn=\"a,b\"  | dc=x      | 2",
                    "dc=x                 | dc=x        | ''        | 1",
            })
    void namesAreTakenApartAtUnescapedCommas(String dn, String rdn, String parent, int depth) {
        assertEquals(rdn, DistinguishedName.rdn(dn));
        assertEquals(parent, DistinguishedName.parent(dn));
        assertEquals(depth, DistinguishedName.depth(dn));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                    "Smith, Ann|Smith\\, Ann",
                    "#1|\\#1",
                    "a#1|a#1",
                    " a |\\ a\\ ",
                    "a+b=c;<d>|a\\+b\\=c\\;\\<d\\>",
                    "back\\slash|back\\\\slash",
                    "Zoë 李|Zoë 李",
            })
    void valuesAreEscapedAsTheStandardAsks(String value, String escaped) {
        assertEquals(escaped, DistinguishedName.escape(value));
    }
}
