package org.syncline.platform.app.report;

import java.util.List;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.engine.whatif.WhatIfReport.Effects;
import org.syncline.platform.engine.whatif.WhatIfReport.Responsible;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a change of rules would do, as one JSON object. */
public final class WhatIfJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WhatIfJson() {}

    public static String of(WhatIfReport report) {
        return node(report).toString();
    }

    static ObjectNode node(WhatIfReport report) {
        ObjectNode node = JSON.objectNode()
                .put("when", report.when().toString())
                .put("nothing", report.isNothing())
                .put("bringsErrors", report.bringsErrors())
                .put("tripsGuards", report.tripsGuards());
        ObjectNode files = node.putObject("files");
        report.files().forEach(files::put);
        ArrayNode rules = node.putArray("rules");
        report.rules().forEach(rule -> rules.addObject()
                .put("how", rule.how()).put("kind", rule.kind()).put("name", rule.name())
                .put("location", rule.location()));
        ArrayNode steps = node.putArray("steps");
        report.steps().forEach(step -> steps.addObject()
                .put("connector", step.connector()).put("step", step.kind()).put("result", step.result())
                .put("completed", step.completed()).put("message", step.message()));
        addEffects(node.putArray("systems"), report.systems());
        addEffects(node.putArray("identities"), report.identities());
        ArrayNode guards = node.putArray("guards");
        report.guards().forEach(trip -> guards.addObject()
                .put("connector", trip.connector()).put("message", trip.message())
                .put("alreadyNow", trip.alreadyNow()));
        ArrayNode errors = node.putArray("errors");
        report.errors().forEach(error -> errors.addObject()
                .put("connector", error.connector()).put("code", error.code()).put("appears", error.appears())
                .put("objects", error.objects()).put("example", error.example()));
        ArrayNode notes = node.putArray("notes");
        report.notes().forEach(notes::add);
        return node;
    }

    private static void addEffects(ArrayNode array, List<Effects> all) {
        for (Effects effects : all) {
            ObjectNode node = array.addObject();
            if (effects.connector() != null) {
                node.put("connector", effects.connector());
            }
            node.put("objectType", effects.objectType()).put("total", effects.total());
            ObjectNode counts = node.putObject("counts");
            effects.counts().forEach((effect, count) -> counts.put(effect.text(), count));
            ArrayNode attributes = node.putArray("attributes");
            effects.attributes().forEach(attribute -> addRules(
                    attributes.addObject().put("attribute", attribute.attribute()).put("set", attribute.set())
                            .put("changed", attribute.changed()).put("cleared", attribute.cleared()),
                    attribute.responsible()));
            ArrayNode responsible = node.putArray("responsible");
            effects.responsible()
                    .forEach((effect, rules) -> addRules(responsible.addObject().put("effect", effect.text()), rules));
            addExamples(node.putArray("examples"), effects);
        }
    }

    private static void addRules(ObjectNode node, List<Responsible> responsible) {
        ArrayNode rules = node.putArray("rules");
        responsible.forEach(rule -> rules.addObject()
                .put("kind", rule.kind()).put("name", rule.name()).put("location", rule.location())
                .put("changed", rule.changed()));
    }

    private static void addExamples(ArrayNode array, Effects effects) {
        effects.examples().forEach(example -> {
            ObjectNode node = array.addObject().put("title", example.title());
            ArrayNode what = node.putArray("effects");
            example.effects().forEach(effect -> what.add(effect.text()));
            ArrayNode changes = node.putArray("changes");
            example.changes().forEach(change -> changes.addObject()
                    .put("attribute", change.attribute()).put("before", change.before()).put("after", change.after()));
        });
    }
}
