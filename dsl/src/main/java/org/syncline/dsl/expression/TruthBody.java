package org.syncline.dsl.expression;

/** The shape of functions that are True or False. */
final class TruthBody {
    private TruthBody() {}

    static Term term(TruthTerm body) {
        return body;
    }
}
