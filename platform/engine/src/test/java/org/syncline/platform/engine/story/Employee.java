package org.syncline.platform.engine.story;

import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;

/**
 * What HR knows of a person.
 *
 * @param row key of the row in HR, which can change
 * @param department null for none
 * @param phone null for none
 * @param bossRow key of the boss's row; null for none
 * @param unit key of the unit; null for none
 */
record Employee(
        String id,
        String row,
        String first,
        String last,
        String department,
        String phone,
        String bossRow,
        String unit,
        String status) {
    static final String CURRENT = "current";
    static final String EXTERNAL = "external";
    static final String LEFT = "left";

    Attributes attributes(ObjectType type) {
        Attributes.Builder employee = Attributes.builder(type)
                .set("row", row)
                .set("number", id)
                .set("first", first)
                .set("last", last)
                .set("status", status);
        if (department != null) {
            employee.set("department", department);
        }
        if (phone != null) {
            employee.set("phone", phone);
        }
        if (bossRow != null) {
            employee.set("boss", ReferenceValue.toKey(bossRow));
        }
        if (unit != null) {
            employee.set("unit", ReferenceValue.toKey(unit));
        }
        return employee.build();
    }

    Employee called(String newLast) {
        return new Employee(id, row, first, newLast, department, phone, bossRow, unit, status);
    }

    Employee movedTo(String newDepartment) {
        return new Employee(id, row, first, last, newDepartment, phone, bossRow, unit, status);
    }

    Employee reachedAt(String newPhone) {
        return new Employee(id, row, first, last, department, newPhone, bossRow, unit, status);
    }

    Employee under(String newBossRow) {
        return new Employee(id, row, first, last, department, phone, newBossRow, unit, status);
    }

    Employee within(String newUnit) {
        return new Employee(id, row, first, last, department, phone, bossRow, newUnit, status);
    }

    Employee in(String newStatus) {
        return new Employee(id, row, first, last, department, phone, bossRow, unit, newStatus);
    }

    Employee at(String newRow) {
        return new Employee(id, newRow, first, last, department, phone, bossRow, unit, status);
    }
}
