package org.syncline.platform.engine.story;

import java.util.List;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** No error is open but those that only a person can mend: accounts that somebody deleted, or made a second time, and held values. */
final class ErrorCheck {
    private final Company company;
    private final Staged staged;

    ErrorCheck(Company company, Staged staged) {
        this.company = company;
        this.staged = staged;
    }

    List<String> wrong() {
        return staged.errors().stream()
                .filter(error -> !isForAPerson(error))
                .map(error -> "Should be mended: " + Words.of(error))
                .toList();
    }

    private boolean isForAPerson(ObjectError error) {
        return staged.objects().stream()
                .filter(account -> account.id() == error.object())
                .anyMatch(account -> switch (error.code()) {
                    case "account-deleted" -> staged.isReportedAsDeleted(account);
                    case "exported-change-not-reimported" -> staged.holds(account);
                    case "already-joined" -> account.connector().equals("directory") && isSecond(account);
                    default -> false;
                });
    }

    private boolean isSecond(ConnectorSpaceObject account) {
        return !account.link().isJoined()
                && company.hands().wasMade(account.anchor())
                && staged.of("directory").stream().anyMatch(other -> other.link().isJoined()
                        && other.type().equals(account.type())
                        && other.hologram().known() != null
                        && other.hologram().known().text("employeeNumber")
                                .equals(account.hologram().known().text("employeeNumber")));
    }
}
