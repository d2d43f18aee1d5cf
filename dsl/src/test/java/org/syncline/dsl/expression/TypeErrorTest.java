package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

class TypeErrorTest {
    private static final ObjectType EMPLOYEE = ObjectType.ofConnectorSpace(
            "employee",
            AttributeDefinition.single("givenName", AttributeType.STRING),
            AttributeDefinition.single("number", AttributeType.INTEGER),
            AttributeDefinition.single("active", AttributeType.BOOLEAN),
            AttributeDefinition.single("hired", AttributeType.DATE),
            AttributeDefinition.single("photo", AttributeType.BINARY),
            AttributeDefinition.single("manager", AttributeType.REFERENCE),
            AttributeDefinition.multi("members", AttributeType.REFERENCE),
            AttributeDefinition.multi("proxyAddresses", AttributeType.STRING));
    private static final ObjectType ACCOUNT = ObjectType.ofConnectorSpace(
            "account", AttributeDefinition.single("userAccountControl", AttributeType.INTEGER));
    private static final Scope SCOPE = Scope.of(EMPLOYEE, Map.of("Domain.FQDN", "contoso.com"))
            .withTarget(ACCOUNT)
            .withReferenced(Set.of(EMPLOYEE))
            .withDecided(Set.of("uid"));

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            [givenNam] => UNKNOWN 1:1 The object type 'employee' has no attribute 'givenNam' -> [givenName]
            [GivenName] => UNKNOWN 1:1 The object type 'employee' has no attribute 'GivenName' -> [givenName]
            [target.userAcountControl] => UNKNOWN 1:1 The object type 'account' has no attribute 'target.userAcountControl' -> [target.userAccountControl]
            [manager.givenname] => UNKNOWN 1:1 The object type 'employee' has no attribute 'manager.givenname' -> [manager.givenName]
            [members.givenName] => TYPE 1:1 [members] holds several references; only a single one can be followed
            [xyz] => UNKNOWN 1:1 The object type 'employee' has no attribute 'xyz'
            %Domain.FQN% => UNKNOWN 1:1 There is no parameter 'Domain.FQN' here -> %Domain.FQDN%
            {udi} => UNKNOWN 1:1 There is no decided value 'udi' here -> {uid}
            left([givenName], 1) => UNKNOWN 1:1 There is no function 'left' -> Left
            F([givenName]) => UNKNOWN 1:1 There is no function 'F'
            Rihgt([givenName], 1) => UNKNOWN 1:1 There is no function 'Rihgt' -> Right
            true => UNKNOWN 1:1 'true' is not a word of the language; text stands in double quotes, attributes in brackets -> True
            null => UNKNOWN 1:1 'null' is not a word of the language; text stands in double quotes, attributes in brackets -> NULL
            $item => UNKNOWN 1:1 There is no variable $item here; Select, Where and With make variables
            Select($item, [members], $itm) => UNKNOWN 1:26 There is no variable $itm here; Select, Where and With make variables -> $item
            Left([givenName]) => TYPE 1:1 Left cannot take 1 argument -> Left(text, count)
            Mid([givenName], 1, 2, 3) => TYPE 1:1 Mid cannot take 4 arguments -> Mid(text, start, [count])
            Switch(True, 1, False) => TYPE 1:1 Switch cannot take 3 arguments -> Switch(condition, value, ...)
            Now(1) => TYPE 1:1 Now cannot take 1 argument -> Now()
            "a" + 1 => TYPE 1:1 The operator + adds whole numbers, but "a" is a text -> & to join texts, or CNum("a") to add
            1 + [givenName] => TYPE 1:5 The operator + adds whole numbers, but [givenName] is a text -> & to join texts, or CNum([givenName]) to add
            Left([number], 1) => TYPE 1:6 Left needs a text as 'text', but [number] is a whole number; convert it with CStr -> CStr([number])
            Left([hired], 1) => TYPE 1:6 Left needs a text as 'text', but [hired] is a date; convert it with FormatDateTime -> FormatDateTime([hired])
            Left([photo], 1) => TYPE 1:6 Left needs a text as 'text', but [photo] is binary data; convert it with ConvertToBase64 -> ConvertToBase64([photo])
            "x" & [manager] => TYPE 1:7 The operator & needs a text or a whole number as 'text', but [manager] is a reference; convert it with CStr -> CStr([manager])
            [number] = "7" => TYPE 1:12 The operator = cannot compare [number], which is a whole number, with "7", which is a text -> CNum("7")
            Guid() => TYPE 1:1 Guid gives another result each time, so that the object would never come to rest; it can stand in <initial> only, whose value is made once
            [givenName] & RandomNum(1, 9) => TYPE 1:15 RandomNum gives another result each time, so that the object would never come to rest; it can stand in <initial> only, whose value is made once
            PhoneE164([givenName], "Germany") => TYPE 1:24 'Germany' is no country; write its two letters, such as DE or US
            Transliterate([givenName], "German") => TYPE 1:28 'German' is no language; write its two letters, such as de or ru
            CertNameInfo([photo], "Simple", False) => UNKNOWN 1:23 'nameType' must be one of SimpleName, EmailName, UpnName, DnsName, DnsFromAlternativeName, UrlName, not Simple
            [hired] > "2026-01-01" => TYPE 1:11 The operator > cannot compare [hired], which is a date, with "2026-01-01", which is a text -> CDate("2026-01-01")
            [active] > True => TYPE 1:1 The operator > needs numbers, texts or dates, but [active] is True or False
            [proxyAddresses] = "x" => TYPE 1:1 The operator = compares single values, but [proxyAddresses] may hold several -> Contains([proxyAddresses], "x") > 0
            [givenName] = NULL => TYPE 1:15 Comparing with nothing is never True -> IsNull([givenName])
            IIF([givenName], 1, 2) => TYPE 1:5 IIF needs True or False as 'condition', but [givenName] is a text; convert it with CBool -> CBool([givenName])
            Not [number] => TYPE 1:5 The operator Not needs True or False as 'condition', but [number] is a whole number; convert it with CBool -> CBool([number])
            [proxyAddresses] & [members] => TYPE 1:20 The operator & needs a text or a whole number as 'text', but [members] is a reference; convert it with CStr -> CStr([members])
            [proxyAddresses] & [proxyAddresses] => TYPE 1:20 The operator & needs one value as 'text', but [proxyAddresses] may hold several: take one with Item, or make them one text with Join -> Item([proxyAddresses], 1)
            Left("a", Len([proxyAddresses])) => TYPE 1:11 Left needs one value as 'count', but Len(...) may hold several: take one with Item, or make them one text with Join -> Item(Len(...), 1)
            RegexMatch([givenName], "(") => TYPE 1:25 '(' is not a regular expression: Unclosed group at character 2
            FormatDateTime([hired], "x'") => TYPE 1:25 In the date format 'x'' the quotation at character 2 has no end
            ReplaceChars([givenName], "ab:c") => TYPE 1:27 ReplaceChars cannot use 'ab:c' in its pattern; write one character, a colon and what to put in its place
            DateAdd("month", 1, [hired]) => UNKNOWN 1:9 'interval' must be one of yyyy, q, m, y, d, w, ww, h, n, s, not month
            Contains([proxyAddresses], "x", caseinsensitive) => UNKNOWN 1:33 'caseType' must be one of CaseSensitive, CaseInsensitive, not caseinsensitive -> CaseInsensitive
            ImportedValue([givenName] & "x") => TYPE 1:15 'attribute' must name an attribute, but this is the result of & -> [attribute]
            ValueCount("proxyAdresses") => UNKNOWN 1:12 The object type 'employee' has no attribute 'proxyAdresses' -> [proxyAddresses]
            Select([members], [members], 1) => TYPE 1:8 Select needs the name of a variable first -> $item
            Greater([number], "many") => TYPE 1:19 [number] is a whole number, but 'many' is not
            Before([hired], "soon") => TYPE 1:17 [hired] is a date, but 'soon' is not
            Equals([number], [active]) => TYPE 1:18 [number] is a whole number, but [active] is True or False
            """)
    void saysWhatIsWrongWhereAndWhatToDo(String expression, String mistake) {
        assertEquals(mistake, Evaluating.mistakes(expression, SCOPE));
    }

    @Test
    void saysAllMistakesAtOnce() {
        assertEquals(
                """
                UNKNOWN 1:6 The object type 'employee' has no attribute 'a'
                UNKNOWN 2:3 There is no parameter 'b' here
                TYPE 3:22 The operator + adds whole numbers, but "x" is a text -> & to join texts, or CNum("x") to add""",
                Evaluating.mistakes("Left([a], 1) &\n  %b% &\n  Left([dn], 1 + Len(\"x\" + 1))", SCOPE));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            [givenName] => STRING false
            [number] + 1 => INTEGER false
            [proxyAddresses] => STRING true
            Trim([proxyAddresses]) => STRING true
            Len([proxyAddresses]) => INTEGER true
            Item([proxyAddresses], 1) => STRING false
            IIF([active], [givenName], NULL) => STRING false
            IIF([active], Error("x"), [hired]) => DATE false
            IIF([active], [givenName], [number]) => null false
            Switch([active], [proxyAddresses]) => STRING true
            [givenName] = "x" => BOOLEAN false
            [manager] => REFERENCE false
            [manager.number] => INTEGER false
            [target.userAccountControl] => INTEGER false
            [target.dn] => STRING false
            [dn] & [rdn] & [anchor] => STRING false
            {uid} => null false
            %Domain.FQDN% => STRING false
            With($x, [proxyAddresses], $x) => STRING true
            Select($x, [members], DNComponent($x, 1)) => STRING true
            NULL => null false
            CBin("AQID") => BINARY false
            CRef("cn=x") => REFERENCE false
            """)
    void knowsTheTypeOfTheResult(String expression, String type) throws ExpressionException {
        Expression compiled = ExpressionCompiler.compile(expression, SCOPE);
        assertEquals(type, compiled.type() + " " + compiled.multiValued());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            [givenName] & [manager.number] & [target.dn] => givenName manager.number target.dn false
            ImportedValue("number") + ValueCount([members]) => members number false
            IIF(HasChanged("hired"), Now(), [hired]) => hired true
            Today() > [hired] => hired true
            IIF(True, "x", [photo]) => photo false
            "x" => false
            """)
    void knowsWhatItReads(String expression, String reads) throws ExpressionException {
        Expression compiled = ExpressionCompiler.compile(expression, SCOPE);
        String names = compiled.reads().stream().sorted().reduce("", (all, name) -> all + name + " ");
        assertEquals(reads, names + compiled.readsClock());
        assertEquals(expression, compiled.source());
    }
}
