package org.syncline.platform.app.company;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A made-up company of so many people: the same people every time, each computed without the others. */
public final class Company {
    private static final long SEED = 20_260_101L;
    /** No multiple of what {@link SplittableRandom} steps by, or neighbours would draw the same numbers one step apart. */
    private static final long STRIDE = 0xD1342543DE82EF95L;
    private static final int CHANGED_ONE_IN = 100;
    private static final int MOVED_ONE_IN = 300;

    private final int people;
    private final boolean later;
    private final int ofDepartments;
    private final Weighted<Culture> cultures = Culture.all();
    private final Weighted<Place> places;
    private final List<Department> departments;
    private final Organization organization;

    private Company(int people, int ofDepartments, boolean later) {
        List<Place> all = Place.all();
        this.people = people;
        this.later = later;
        this.ofDepartments = ofDepartments;
        this.places = new Weighted<>(all, Place::weight);
        this.departments = Department.first(
                ofDepartments, all.stream().map(Place::city).distinct().toList());
        this.organization = new Organization(departments, SEED);
    }

    /** A company of so many people, at least one. */
    public static Company of(int people) {
        if (people < 1) {
            throw new IllegalArgumentException("A company has at least one person, not " + people);
        }
        return new Company(people, departmentsOf(people), false);
    }

    /** The same people, all in one department. */
    public Company undivided() {
        return new Company(people, 1, later);
    }

    /** The same company after one more person came. */
    public Company afterAnArrival() {
        return new Company(people + 1, ofDepartments, later);
    }

    /** The same company after so many people left: those who came last, to whom the fewest report. */
    public Company after(int departures) {
        return new Company(people - departures, ofDepartments, later);
    }

    /** The same company a while later: one person in a hundred has another title and telephone, some another department. */
    public Company later() {
        return new Company(people, ofDepartments, true);
    }

    public int people() {
        return people;
    }

    /** How many departments there are; not each needs to have people in a small company. */
    public int departments() {
        return departments.size();
    }

    /** The person of a number, from 1. */
    public Person person(long number) {
        RandomGenerator random = new SplittableRandom(SEED + number * STRIDE);
        Culture culture = cultures.pick(random);
        Name given = culture.givenName(random);
        Name family = (random.nextInt(8) == 0 ? cultures.pick(random) : culture).familyName(random);
        Place place = places.pick(random);
        boolean leader = Organization.leads(number) || organization.rank(number) == 0;
        Employment employment = leader ? Employment.ofLeader(random) : Employment.any(random);
        return new Person(
                id(number), given.text(), family.text(), mail(number, given, family, random),
                phone(number, place, random), job(number, random), place, employment);
    }

    private Job job(long number, RandomGenerator random) {
        Department department = organization.department(number);
        if (later && number % MOVED_ONE_IN == 1 && !Organization.leads(number)) {
            department = organization.departmentAfter(department);
        }
        long manager = random.nextInt(200) == 0 ? 0 : organization.manager(number);
        return new Job(
                title(number, department, random.nextInt(1, 1000)), department.name(), department.costCentre(),
                manager == 0 ? "" : id(manager));
    }

    private String title(long number, Department department, int draw) {
        if (Organization.leads(number)) {
            return hasChanged(number) ? "President" : "Chief Executive Officer";
        }
        return department.title(organization.rank(number), hasChanged(number) ? draw + 1 : draw);
    }

    private static String mail(long number, Name given, Name family, RandomGenerator random) {
        boolean without = random.nextInt(16) == 0;
        return without ? "" : given.ascii().charAt(0) + family.ascii() + number + "@meridian.example";
    }

    private String phone(long number, Place place, RandomGenerator random) {
        int line = random.nextInt(1_000_000, 9_000_000) + (hasChanged(number) ? 1 : 0);
        return random.nextInt(12) == 0 && !hasChanged(number)
                ? ""
                : place.prefix() + " " + line / 10_000 + " " + String.valueOf(line % 10_000 + 10_000).substring(1);
    }

    private boolean hasChanged(long number) {
        return later && number % CHANGED_ONE_IN == 1;
    }

    private static String id(long number) {
        return "E" + String.valueOf(10_000_000L + number).substring(1);
    }

    private static int departmentsOf(int people) {
        return (int) Math.max(1, Math.round(0.79 * Math.sqrt(people)));
    }
}
