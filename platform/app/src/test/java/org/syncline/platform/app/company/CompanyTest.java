package org.syncline.platform.app.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyTest {
    private final Company company = Company.of(1000);

    @TempDir
    Path folder;

    @Test
    void isTheSameEveryTime() throws IOException {
        assertEquals(write(EmployeeFile.tidy(company)), write(EmployeeFile.tidy(Company.of(1000))));
    }

    @Test
    void aLargerCompanyHasTheSameColumns() throws IOException {
        assertEquals(write(EmployeeFile.tidy(company)).getFirst(),
                write(EmployeeFile.tidy(Company.of(5000))).getFirst());
    }

    @Test
    void employeeNumbersAreUnique() {
        assertEquals(1000, people(company).map(Person::id).distinct().count());
    }

    @Test
    void managersCameBeforeTheirPeopleSoThatNobodyReportsToThemselves() {
        assertTrue(people(company).allMatch(person -> person.job().manager().compareTo(person.id()) < 0));
    }

    @Test
    void almostEverybodyHasAManager() {
        long without = people(company).filter(person -> person.job().manager().isEmpty()).count();
        assertTrue(without > 1 && without < 20, "without a manager: " + without);
    }

    @Test
    void aThousandPeopleWorkInAboutTwentyFiveDepartments() {
        long departments = people(company).map(person -> person.job().department()).distinct().count();
        assertEquals(25, departments);
    }

    @Test
    void namesComeInManyScripts() {
        Set<UnicodeScript> scripts = people(company)
                .flatMap(person -> (person.givenName() + person.familyName()).codePoints().mapToObj(UnicodeScript::of))
                .collect(Collectors.toSet());
        assertTrue(scripts.containsAll(List.of(
                UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARABIC,
                UnicodeScript.HEBREW, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.HANGUL)),
                scripts.toString());
    }

    @Test
    void someShareTheirName() {
        Set<String> seen = new HashSet<>();
        long again =
                people(company).filter(person -> !seen.add(person.givenName() + " " + person.familyName())).count();
        assertTrue(again > 10, "shared names: " + again);
    }

    @Test
    void someHaveLeftAndSomeAreYetToCome() {
        var byStatus = people(company)
                .collect(Collectors.groupingBy(person -> person.employment().status(), Collectors.counting()));
        assertEquals(Set.of("active", "leave", "left", "planned"), byStatus.keySet());
        assertTrue(byStatus.get("left") > 10 && byStatus.get("planned") > 5, byStatus.toString());
    }

    @Test
    void onePersonInAHundredIsDifferentLater() {
        Company later = company.later();
        long changed = LongStream.rangeClosed(1, 1000)
                .filter(number -> !company.person(number).equals(later.person(number)))
                .count();
        assertEquals(10, changed);
        assertNotEquals(company.person(301).job().department(), later.person(301).job().department());
    }

    @Test
    void anUntidyFileHasRowsWithoutAKey() throws IOException {
        assertEquals(3, write(EmployeeFile.untidy(company)).stream().filter(row -> row.startsWith(",")).count());
    }

    @Test
    void quotesWhatHasACommaOrAQuote() throws IOException {
        List<String> rows = write(EmployeeFile.tidy(company));
        assertTrue(rows.stream().anyMatch(row -> row.contains(",\"Sales, Field\",")));
        assertTrue(rows.stream().anyMatch(row -> row.contains(",\"Sales \"\"Key Accounts\"\"\",")));
    }

    private List<String> write(EmployeeFile employees) throws IOException {
        Path file = Files.createTempFile(folder, "employees", ".csv");
        employees.write(file);
        return Files.readAllLines(file);
    }

    private static Stream<Person> people(Company company) {
        return LongStream.rangeClosed(1, company.people()).mapToObj(company::person);
    }
}
