package org.syncline.platform.engine.synchronization;

import java.util.List;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** What the decision of provisioning makes of the values that flow to an account. */
final class DecidedValues {
    private DecidedValues() {}

    /** @param decision null where provisioning rules say nothing */
    static Attributes of(Attributes flowing, AccountDecision decision) {
        return switch (decision) {
            case null -> flowing;
            case AccountDecision.Rename rename -> renamed(flowing, rename);
            case AccountDecision.Enable enable -> renamed(
                    moved(set(flowing, enable.settings()), enable.moveTo()), enable.rename());
            case AccountDecision.Deprovision leaving -> disabled(flowing, leaving);
            case AccountDecision.Nothing nothing -> flowing;
            case AccountDecision.Reprovision anew -> flowing;
            case AccountDecision.Wants wants -> flowing;
            case AccountDecision.Create create -> flowing;
            case AccountDecision.Asks asks -> flowing;
            case AccountDecision.Failed failed -> flowing;
        };
    }

    /** What an account holds while it is disabled. */
    static Attributes disabled(Attributes attributes, AccountDecision.Deprovision decision) {
        return moved(set(attributes, decision.settings()), decision.moveTo());
    }

    /** The name it is to have; the one it has unless the decision gives it another. */
    static String name(String dn, AccountDecision decision) {
        return switch (decision) {
            case AccountDecision.Rename rename -> rename.dn();
            case AccountDecision.Enable enable when enable.rename() != null -> enable.rename().dn();
            case null, default -> dn;
        };
    }

    private static Attributes renamed(Attributes flowing, AccountDecision.Rename rename) {
        return rename == null ? flowing : named(set(flowing, rename.settings()), rename.dn());
    }

    /** The same under another parent; where it is if there is none, or the system has no names. */
    private static Attributes moved(Attributes attributes, String moveTo) {
        return moveTo == null || attributes.dn() == null
                ? attributes
                : named(attributes, DistinguishedName.rdn(attributes.dn()) + "," + moveTo);
    }

    private static Attributes set(Attributes attributes, List<AccountDecision.Setting> settings) {
        Attributes.Builder builder = attributes.toBuilder();
        settings.forEach(setting -> builder.set(
                setting.attribute(), setting.over(attributes.get(setting.attribute()))));
        return builder.build();
    }

    private static Attributes named(Attributes attributes, String dn) {
        return attributes.with(ObjectType.DN, new TextValue(dn));
    }
}
