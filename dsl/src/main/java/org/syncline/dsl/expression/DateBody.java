package org.syncline.dsl.expression;

/** The shapes of functions that result in a date. */
final class DateBody {
    private DateBody() {}

    static Term term(DateTerm body) {
        return body;
    }
}
