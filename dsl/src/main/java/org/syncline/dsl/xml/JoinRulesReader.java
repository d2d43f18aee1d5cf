package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.OnAmbiguous;
import org.syncline.dsl.ruleset.JoinRules.Projection;
import org.syncline.dsl.xml.binding.Join;
import org.syncline.dsl.xml.binding.Match;
import org.syncline.dsl.xml.binding.Project;

/** Reads files of rules/join. */
final class JoinRulesReader {
    private final RuleFile rules;
    private final SourceFile file;
    private final org.syncline.dsl.xml.binding.JoinRules root;

    JoinRulesReader(Document<org.syncline.dsl.xml.binding.JoinRules> document, Schemas schemas,
            Parameters parameters) {
        this.file = document.file();
        this.root = document.root();
        this.rules = new RuleFile(file, schemas, parameters, root,
                new RuleFile.About(root.getConnector(), root.getObjectType(), root.getMetaverseType()));
    }

    JoinRules read() {
        return new JoinRules(
                root.getConnector(),
                root.getObjectType(),
                root.getMetaverseType(),
                rules.scope(root.getScope(), rules.overObject()),
                criteria(),
                projections(),
                file.location(root));
    }

    private List<Criterion> criteria() {
        return Parts.all(root.getRules(), Join.class).stream()
                .map(join -> Optional.of(criterion(join)).filter(read -> join.isEnabled()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Criterion criterion(Join join) {
        return new Criterion(
                join.getName(),
                join.getMatch().stream().map(this::match).toList(),
                rules.expressions().condition(join.getWhen(), rules.overObject()),
                switch (join.getOnAmbiguous()) {
                    case HOLD -> OnAmbiguous.HOLD;
                    case NEXT -> OnAmbiguous.NEXT;
                    case RESOLVE -> OnAmbiguous.RESOLVE;
                },
                join.isMany(),
                file.location(join));
    }

    private JoinRules.Match match(Match match) {
        rules.metaverseAttribute(match, "with", match.getWith());
        boolean computed = match.getValue() != null && !match.getValue().isBlank();
        if (computed == (match.getAttribute() != null)) {
            file.problem(match,
                    "<match> has " + (computed ? "an attribute and an expression" : "no value of the object"),
                    "give the attribute, or an expression as text");
        }
        Expression key = computed ? rules.expressions().text(match, rules.overObject()) : direct(match);
        if (key != null && rules.connectedType().isPresent() && key.multiValued()) {
            file.problem(match, "A join compares single values, but " + key.source() + " may hold several", null);
        }
        return new JoinRules.Match(computed ? null : match.getAttribute(), key, match.getWith(), match.isIgnoreCase());
    }

    private Expression direct(Match match) {
        return match.getAttribute() == null
                ? null
                : rules.expressions().attribute(match, "attribute", match.getAttribute(), rules.overObject());
    }

    private List<Projection> projections() {
        return Parts.all(root.getRules(), Project.class).stream()
                .map(project -> Optional.of(projection(project)).filter(read -> project.isEnabled()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Projection projection(Project project) {
        return new Projection(
                project.getName(),
                rules.expressions().condition(project.getWhen(), rules.overObject()),
                file.location(project));
    }
}
