package org.syncline.platform.engine.story;

import org.syncline.platform.engine.House;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ReferenceValue;

/**
 * What HR knows of a person.
 *
 * @param row key of the row in HR, which can change
 * @param bossRow key of the boss's row; null for none
 */
record Employee(String id, String row, String first, String last, String bossRow, String status) {
    static final String CURRENT = "current";

    Attributes attributes() {
        Attributes.Builder employee = Attributes.builder(House.EMPLOYEE)
                .set("id", id)
                .set("first", first)
                .set("last", last)
                .set("status", status);
        if (bossRow != null) {
            employee.set("boss", ReferenceValue.toKey(bossRow));
        }
        return employee.build();
    }

    Employee called(String newLast) {
        return new Employee(id, row, first, newLast, bossRow, status);
    }

    Employee under(String newBossRow) {
        return new Employee(id, row, first, last, newBossRow, status);
    }

    Employee in(String newStatus) {
        return new Employee(id, row, first, last, bossRow, newStatus);
    }

    Employee at(String newRow) {
        return new Employee(id, newRow, first, last, bossRow, status);
    }
}
