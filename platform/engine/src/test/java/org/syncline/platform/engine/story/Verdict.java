package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a company that came to rest; empty when all is well. */
final class Verdict {
    private final Company company;
    private final Setting setting;
    private final List<String> wrong = new ArrayList<>();

    private Verdict(Company company, Setting setting) {
        this.company = company;
        this.setting = setting;
    }

    static List<String> on(Company company, Setting setting) {
        return new Verdict(company, setting).judge();
    }

    private List<String> judge() {
        if (!new Calm(company.house()).comes()) {
            wrong.add("It never comes to rest; the last cycle: " + Words.of(company.house().cycle()));
            wrong.addAll(Words.of(Staged.in(company.house())));
            return wrong;
        }
        Staged staged = Staged.in(company.house());
        wrong.addAll(new DirectoryCheck(company, setting, staged).wrong());
        wrong.addAll(new ErrorCheck(company, staged).wrong());
        wrong.addAll(new OrphanCheck(company, staged).wrong());
        wrong.addAll(new StillnessCheck(company.house(), staged).wrong());
        if (!wrong.isEmpty()) {
            wrong.addAll(Words.of(staged));
        }
        return wrong;
    }
}
