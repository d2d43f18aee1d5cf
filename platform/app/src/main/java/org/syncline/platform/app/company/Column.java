package org.syncline.platform.app.company;

/** The columns of the HR file, in their order. */
public enum Column {
    EMPLOYEE_ID("EmployeeId"),
    GIVEN_NAME("GivenName"),
    FAMILY_NAME("FamilyName"),
    TITLE("Title"),
    DEPARTMENT("Department"),
    COST_CENTRE("CostCentre"),
    COUNTRY("Country"),
    CITY("City"),
    BUILDING("Building"),
    MANAGER_ID("ManagerId"),
    MAIL("Mail"),
    PHONE("Phone"),
    HIRE_DATE("HireDate"),
    END_DATE("EndDate"),
    STATUS("Status");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    /** As the first line of the file has it. */
    public String header() {
        return header;
    }
}
