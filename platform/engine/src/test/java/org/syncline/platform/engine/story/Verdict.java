package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a company that came to rest; empty when all is well. */
final class Verdict {
    private final Company company;
    private final List<String> wrong = new ArrayList<>();

    private Verdict(Company company) {
        this.company = company;
    }

    static List<String> on(Company company) {
        return new Verdict(company).judge();
    }

    private List<String> judge() {
        company.trouble().accept();
        Staged staged = judgeAtRest();
        if (wrong.isEmpty() && !staged.held().isEmpty()) {
            company.tally().count(Happening.VALUE_HELD);
            company.trouble().relent();
            company.trouble().retry();
            staged = judgeAtRest();
            if (!staged.held().isEmpty()) {
                wrong.add("Values are held though somebody asked for them again: " + staged.held());
            }
        }
        if (!wrong.isEmpty()) {
            wrong.addAll(Words.of(staged));
        }
        return wrong;
    }

    private Staged judgeAtRest() {
        if (!new Calm(company.landscape()).comes()) {
            wrong.add("It never comes to rest; the last cycle: " + Words.of(company.landscape().cycle()));
            return Staged.in(company.landscape());
        }
        Staged staged = Staged.in(company.landscape());
        wrong.addAll(company.watch().wrong());
        wrong.addAll(new SystemsCheck(company, staged).wrong());
        wrong.addAll(new ErrorCheck(company, staged).wrong());
        wrong.addAll(new OrphanCheck(company, staged).wrong());
        wrong.addAll(new PendingReferenceCheck(company.landscape(), staged).wrong());
        wrong.addAll(new StillnessCheck(company.landscape(), staged).wrong());
        return staged;
    }
}
