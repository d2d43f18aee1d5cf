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
        if (!new Calm(company.landscape()).comes()) {
            wrong.add("It never comes to rest; the last cycle: " + Words.of(company.landscape().cycle()));
            wrong.addAll(Words.of(Staged.in(company.landscape())));
            return wrong;
        }
        wrong.addAll(company.watch().wrong());
        Staged staged = Staged.in(company.landscape());
        wrong.addAll(new SystemsCheck(company, staged).wrong());
        wrong.addAll(new ErrorCheck(company, staged).wrong());
        wrong.addAll(new OrphanCheck(company, staged).wrong());
        wrong.addAll(new StillnessCheck(company.landscape(), staged).wrong());
        if (!wrong.isEmpty()) {
            wrong.addAll(Words.of(staged));
        }
        return wrong;
    }
}
