package org.syncline.dsl.xml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.xml.binding.Ends;
import org.syncline.dsl.xml.binding.EndsMatch;
import org.syncline.dsl.xml.binding.EndsWhen;
import org.syncline.dsl.xml.binding.Syncline;
import org.syncline.schema.identity.ObjectType;

/** Reads syncline.xml: the types of the metaverse first; when their identities end, once the connectors are known. */
final class MetaverseReader {
    private final SourceFile file;
    private final Syncline root;
    private final Schemas schemas;
    private final Parameters parameters;

    MetaverseReader(Document<Syncline> document, Schemas schemas, Parameters parameters) {
        this.file = document.file();
        this.root = document.root();
        this.schemas = schemas;
        this.parameters = parameters;
    }

    void readTypes() {
        reportUnsupported();
        if (root.getMetaverse() != null) {
            root.getMetaverse().getObjectType().forEach(this::readType);
        }
    }

    private void reportUnsupported() {
        root.getAlertMail().forEach(found -> file.unsupported(found, "<alert-mail>"));
    }

    /** Null where none is written. */
    ZoneId zone() {
        try {
            return root.getZone() == null ? null : ZoneId.of(root.getZone());
        } catch (DateTimeException unknown) {
            file.problem(root, "zone", "There is no time zone '" + root.getZone() + "'",
                    Spelling.suggestion(root.getZone(), new TreeSet<>(ZoneId.getAvailableZoneIds())));
            return null;
        }
    }

    private void readType(org.syncline.dsl.xml.binding.MetaverseType declared) {
        if (declared.getName() != null && !schemas.metaverse().containsKey(declared.getName())) {
            ObjectType type = ObjectType.ofMetaverse(
                    declared.getName(), AttributeTypes.ofMetaverse(declared.getAttribute()));
            schemas.add(new MetaverseType(type, new EndPolicy.LastLinkGone(Duration.ZERO), file.location(declared)));
        }
    }

    void readEnds() {
        if (root.getMetaverse() != null) {
            root.getMetaverse().getObjectType().stream()
                    .filter(declared -> declared.getEnds() != null && declared.getName() != null)
                    .forEach(declared -> readEnds(declared.getName(), declared.getEnds()));
        }
    }

    private void readEnds(String name, Ends ends) {
        MetaverseType found = schemas.metaverse().get(name);
        schemas.add(new MetaverseType(found.type(), policy(found.type(), ends), found.location()));
    }

    private EndPolicy policy(ObjectType type, Ends ends) {
        Duration grace = Periods.of(ends.getGrace());
        if ((ends.getLinks() == null) == (ends.getWhen() == null)) {
            file.problem(ends, "<ends> says " + (ends.getWhen() == null ? "nothing" : "two things"),
                    "give the attribute when or the element <when>");
        }
        if (ends.getLinks() != EndsWhen.LINKS_GONE && !ends.getConnectors().isEmpty()) {
            file.problem(ends, "connectors", "connectors counts only with when=\"links-gone\"", null);
        }
        if (ends.getWhen() != null) {
            return new EndPolicy.When(condition(type, ends), grace);
        }
        return switch (ends.getLinks()) {
            case NEVER -> new EndPolicy.Never();
            case LINKS_GONE -> linksGone(ends, grace);
            case LAST_LINK_GONE -> new EndPolicy.LastLinkGone(grace);
            case null -> new EndPolicy.LastLinkGone(grace);
        };
    }

    private org.syncline.dsl.expression.Expression condition(ObjectType type, Ends ends) {
        Scope scope = Scope.of(type, parameters.values()).without(Unanswered.OF_ENDS);
        return new Expressions(file, new NameLookup(file, schemas), parameters).condition(ends.getWhen(), scope);
    }

    private EndPolicy linksGone(Ends ends, Duration grace) {
        if (ends.getConnectors().isEmpty()) {
            file.problem(ends, "<ends> does not say which links", "give their connectors, as connectors=\"hr\"");
        }
        NameLookup lookup = new NameLookup(file, schemas);
        Set<String> connectors = new HashSet<>(ends.getConnectors());
        connectors.forEach(name -> lookup.connector(ends, "connectors", name));
        return new EndPolicy.LinksGone(connectors, ends.getMatch() == EndsMatch.ALL, grace);
    }
}
