package org.syncline.platform.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;

/** Rows of an HR system with forty attributes. */
final class People {
    static final List<String> NAMES = List.of(
            "id", "givenName", "familyName", "middleName", "title", "gender", "birthName", "language", "mail",
            "privateMail", "phone", "mobile", "fax", "department", "departmentNumber", "costCentre", "division",
            "company", "manager", "assistant", "jobCode", "jobTitle", "grade", "status", "contract", "hireDate",
            "endDate", "country", "city", "postalCode", "street", "building", "floor", "room", "badge", "shift",
            "union", "pager", "note", "source");
    static final ObjectType TYPE = ObjectType.ofMetaverse(
            "row", NAMES.stream()
                    .map(name -> AttributeDefinition.single(name, AttributeType.STRING))
                    .toArray(AttributeDefinition[]::new));

    private static final List<String> GIVEN = List.of("Ann", "Zoë", "Łukasz", "  Jean-Pierre", "Olga", "Mary Ann ");
    private static final List<String> FAMILY = List.of("Lee", "Müller", "Wójcik", "O'Brien", "van der Berg", "Smith");
    private static final List<String> CITIES = List.of("BERLIN", "new york", "Gdańsk", "sao paulo");

    private People() {}

    /** Some people, the same each time. */
    static Attributes[] of(int count) {
        return IntStream.range(0, count).mapToObj(People::person).toArray(Attributes[]::new);
    }

    private static Attributes person(int number) {
        Attributes.Builder person = Attributes.builder(TYPE);
        NAMES.forEach(name -> person.set(name, name + " of number " + number));
        person.set("id", "E" + (100_000 + number))
                .set("givenName", GIVEN.get(number % GIVEN.size()))
                .set("familyName", FAMILY.get(number / 7 % FAMILY.size()))
                .set("mail", "Person." + number + "@Example.com ")
                .set("phone", "0049-30-" + (1_000_000 + number))
                .set("mobile", number % 3 == 0 ? null : "+49 170 " + number)
                .set("costCentre", "CC-" + (1000 + number % 90) + "-" + number % 7)
                .set("status", number % 10 == 0 ? "Left" : "Active")
                .set("contract", number % 4 == 0 ? "fixed" : "open-ended")
                .set("city", CITIES.get(number % CITIES.size()))
                .set("country", number % 2 == 0 ? "de" : "us")
                .set("middleName", number % 5 == 0 ? "James" : null);
        Stream.of("pager", "union", "endDate").forEach(name -> person.set(name, (String) null));
        return person.build();
    }
}
