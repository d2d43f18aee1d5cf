package org.syncline.platform.app.company;

/** One person, as HR knows them; what is not known is empty. */
public record Person(String id, String givenName, String familyName, String mail, String phone, Job job, Place place,
        Employment employment) {

    /** What the HR file says in a column. */
    public String text(Column column) {
        return switch (column) {
            case EMPLOYEE_ID -> id;
            case GIVEN_NAME -> givenName;
            case FAMILY_NAME -> familyName;
            case TITLE -> job.title();
            case DEPARTMENT -> job.department();
            case COST_CENTRE -> job.costCentre();
            case COUNTRY -> place.country();
            case CITY -> place.city();
            case BUILDING -> place.building();
            case MANAGER_ID -> job.manager();
            case MAIL -> mail;
            case PHONE -> phone;
            case HIRE_DATE -> employment.hired().toString();
            case END_DATE -> employment.ended() == null ? "" : employment.ended().toString();
            case STATUS -> employment.status();
        };
    }
}
