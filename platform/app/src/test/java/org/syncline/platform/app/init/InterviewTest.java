package org.syncline.platform.app.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.platform.app.init.PeopleFile.Wanted;

class InterviewTest {
    private final StringWriter screen = new StringWriter();

    private Interview interview(String typed) {
        PeopleFile people = new PeopleFile(Path.of("hr.csv"), ",", List.of("Key", "GivenName", "House", "Mail"));
        return new Interview(
                people, new Questions(new BufferedReader(new StringReader(typed)), new PrintWriter(screen)));
    }

    @Test
    void whatIsUsualIsOfferedAndWhatIsOptionalMayBeLeftOut() {
        Map<Wanted, String> columns = interview("Key\n\nHose\nHouse\nnone\n\n\n\n").columns(Map.of());

        assertEquals(
                Map.of(Wanted.ID, "Key", Wanted.GIVEN_NAME, "GivenName", Wanted.FAMILY_NAME, "House"), columns);
        assertTrue(screen.toString().contains("Which column holds the given name? [GivenName] "), screen.toString());
        assertTrue(screen.toString().contains("Which column holds the mail address? [Mail] "), screen.toString());
        assertTrue(screen.toString().contains("The columns are Key, GivenName, House, Mail."), screen.toString());
    }

    @Test
    void whatAnOptionSaysIsNotAsked() {
        Map<Wanted, String> columns =
                interview("House\n\n\n\n\n").columns(Map.of(Wanted.ID, "Key", Wanted.GIVEN_NAME, "GivenName"));

        assertEquals("House", columns.get(Wanted.FAMILY_NAME));
        assertEquals("Mail", columns.get(Wanted.MAIL));
    }

    @Test
    void whoGoesAwayIsToldOfTheOptions() {
        Questions.Unanswered unanswered =
                assertThrows(Questions.Unanswered.class, () -> interview("Key\n").columns(Map.of()));
        assertEquals("Nobody answers; give options, see syncline init --help", unanswered.getMessage());
    }
}
