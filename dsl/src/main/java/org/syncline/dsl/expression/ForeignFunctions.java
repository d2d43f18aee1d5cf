package org.syncline.dsl.expression;

import java.util.Locale;
import java.util.Map;

/** Finds the function that was meant by a name this language doesn't have. */
final class ForeignFunctions {
    /** What other languages call our functions, in small letters. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("toupper", "UCase"),
            Map.entry("upper", "UCase"),
            Map.entry("uppercase", "UCase"),
            Map.entry("tolower", "LCase"),
            Map.entry("lower", "LCase"),
            Map.entry("lowercase", "LCase"),
            Map.entry("substring", "Mid"),
            Map.entry("substr", "Mid"),
            Map.entry("length", "Len"),
            Map.entry("strlen", "Len"),
            Map.entry("indexof", "InStr"),
            Map.entry("find", "InStr"),
            Map.entry("concat", "Concatenate"),
            Map.entry("append", "Concatenate"),
            Map.entry("substringbefore", "Word"),
            Map.entry("substringafter", "Word"),
            Map.entry("nvl", "IIF"),
            Map.entry("capitalize", "PCase"),
            Map.entry("titlecase", "PCase"),
            Map.entry("normalizediacritics", "RemoveDiacritics"),
            Map.entry("isnullorwhitespace", "IsNullOrEmpty"),
            Map.entry("if", "IIF"),
            Map.entry("isblank", "IsNullOrEmpty"),
            Map.entry("isempty", "IsNullOrEmpty"),
            Map.entry("coalesce", "IIF"),
            Map.entry("tostring", "CStr"),
            Map.entry("toint", "CNum"),
            Map.entry("parseint", "CNum"),
            Map.entry("todate", "CDate"),
            Map.entry("getdate", "Now"),
            Map.entry("strip", "Trim"),
            Map.entry("regex", "RegexMatch"),
            Map.entry("dateformat", "FormatDateTime"),
            Map.entry("adddays", "DateAdd"));

    private ForeignFunctions() {}

    /** Null if nobody can tell. */
    static String nearest(String name) {
        String nearest = NearestName.to(name, FunctionLibrary.names());
        return nearest != null ? nearest : MEANT.get(name.toLowerCase(Locale.ROOT));
    }
}
