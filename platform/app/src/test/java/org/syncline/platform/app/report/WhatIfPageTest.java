package org.syncline.platform.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.xml.transform.Source;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.whatif.Effect;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.engine.whatif.WhatIfReport.AttributeEffects;
import org.syncline.platform.engine.whatif.WhatIfReport.Effects;
import org.syncline.platform.engine.whatif.WhatIfReport.ErrorChange;
import org.syncline.platform.engine.whatif.WhatIfReport.Example;
import org.syncline.platform.engine.whatif.WhatIfReport.GuardTrip;
import org.syncline.platform.engine.whatif.WhatIfReport.Responsible;
import org.syncline.platform.engine.whatif.WhatIfReport.RuleChange;
import org.syncline.platform.engine.whatif.WhatIfReport.Step;
import org.syncline.platform.engine.whatif.WhatIfReport.ValueChange;
import org.w3c.dom.Node;
import org.xmlunit.builder.Input;
import org.xmlunit.xpath.JAXPXPathEngine;

/** The page is one file that needs no other, and that everybody can read. */
class WhatIfPageTest {
    private static final String NASTY = "<script>alert('x')</script> & \"quoted\" \u0000\uD83D ]]> Zoë \uD83D\uDE00";

    private static WhatIfReport report() {
        Responsible rule = new Responsible("export flow", NASTY, "rules/attribute-flow/ad.xml:7", true);
        Effects accounts = new Effects("ad", "user", 1_200, new TreeMap<>(Map.of(Effect.CHANGED, 1_000L,
                Effect.DELETED, 7L)),
                List.of(new AttributeEffects("displayName", 1, 990, 9, List.of(rule))),
                Map.of(Effect.DELETED, List.of(rule)),
                List.of(new Example(1, NASTY, List.of(Effect.CHANGED),
                        List.of(new ValueChange("displayName", NASTY, ""))),
                        new Example(2, "cn=ann", List.of(Effect.DELETED), List.of())));
        Effects identities = new Effects(null, "person", 3, Map.of(Effect.ENDING, 1L), List.of(), Map.of(), List.of());
        return new WhatIfReport(Instant.EPOCH, Map.of("rules/attribute-flow/ad.xml", "changed"),
                List.of(new RuleChange("changed", "export flow", NASTY, "rules/attribute-flow/ad.xml:7")),
                List.of(new Step("hr", "full-sync", "stopped", false, NASTY)), List.of(accounts), List.of(identities),
                List.of(new GuardTrip("ad", "7 of 1200 would be deleted", false)),
                List.of(new ErrorChange("ad", "flow-error", true, 3, NASTY),
                        new ErrorChange("ad", "ambiguous-join", false, 1, NASTY)),
                List.of("A full import has to read phone first."));
    }

    private static String page(WhatIfReport report) {
        StringWriter text = new StringWriter();
        WhatIfPage.write(report, "contoso", text);
        return text.toString();
    }

    private static List<String> values(String page, String path) {
        Source source = Input.fromString(page).build();
        return StreamSupport.stream(new JAXPXPathEngine().selectNodes(path, source).spliterator(), false)
                .map(Node::getTextContent)
                .toList();
    }

    @Test
    void isWellFormedWhateverValuesHold() {
        String page = page(report());
        assertTrue(page.startsWith("<!DOCTYPE html>"));
        assertEquals(List.of("What if the rules of contoso changed?"), values(page, "//h1"));
        assertEquals(List.of(), values(page, "//script"));
        assertTrue(values(page, "//td").stream().anyMatch(cell -> cell.contains("<script>alert('x')</script>")));
    }

    @Test
    void needsNothingFromElsewhere() {
        String page = page(report());
        assertEquals(List.of("#result"), values(page, "//@href"));
        assertEquals(List.of(), values(page, "//@src | //@srcset | //@action | //link | //iframe | //object | //img"));
        String style = values(page, "//style").getFirst();
        assertFalse(style.contains("url(") || style.contains("@import") || style.contains("&"), style);
        assertFalse(page.contains("http:") || page.contains("https:"), page);
        assertTrue(style.contains("prefers-color-scheme: dark"));
    }

    @Test
    void canBeReadByKeyboardAndAloud() {
        String page = page(report());
        assertEquals(List.of("en"), values(page, "/html/@lang"));
        assertEquals(values(page, "//svg").size(), values(page, "//svg[@role='img']/title").size());
        assertEquals(
                List.of("What becomes of ad: user: 1,000 changed, 7 deleted", "What becomes of person: 1 ending"),
                values(page, "//svg/title"));
        assertEquals(values(page, "//table").size(), values(page, "//table/caption").size());
        assertEquals(List.of(), values(page, "//th[not(@scope)]"));
        assertEquals(List.of(), values(page, "//div[table][not(@tabindex='0')]"), "wide tables scroll by keyboard");
        assertEquals(List.of("To the result"), values(page, "//a[@class='skip']"));
    }

    @Test
    void saysThatNothingBecomesOtherwise() {
        WhatIfReport nothing = new WhatIfReport(Instant.EPOCH, Map.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of());
        assertEquals(List.of("Nothing would become otherwise."), values(page(nothing), "//p[@class='verdict good']"));
    }
}
