package org.syncline.platform.app.company;

import java.util.List;
import java.util.stream.Stream;

/** Where somebody works, in three levels, and how its telephone numbers begin. */
public record Place(String country, String city, String building, String prefix, int weight) {

    static List<Place> all() {
        return Table.read("places.txt").stream().flatMap(Place::ofCountry).toList();
    }

    private static Stream<Place> ofCountry(String[] fields) {
        return Stream.of(Table.fields(fields[3], ";")).flatMap(city -> ofCity(fields, Table.fields(city, ":")));
    }

    private static Stream<Place> ofCity(String[] fields, String[] city) {
        return Stream.of(Table.fields(city[1], ","))
                .map(building -> new Place(fields[0], city[0], building, fields[1], Integer.parseInt(fields[2])));
    }
}
