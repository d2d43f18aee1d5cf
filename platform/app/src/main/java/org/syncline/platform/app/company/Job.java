package org.syncline.platform.app.company;

/** What somebody does; the manager is an employee number, empty for none. */
public record Job(String title, String department, String costCentre, String manager) {}
