package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.DistinguishedName;

/** A directory's refusals, in the words of this house. */
final class LdapErrors {
    private LdapErrors() {}

    /** The result of an operation that the directory refused. */
    static ExportResult.Rejected rejected(ExportOperation operation, LdapObjectType type, LDAPException failure) {
        String message = explanation(operation, failure) + " (" + ServerWords.of(failure) + ")";
        return new ExportResult.Rejected(code(failure.getResultCode()), message, guilty(type, failure), null);
    }

    /** The result of an operation that was not sent because the directory cannot be reached. */
    static ExportResult.Rejected notSent(LDAPException unreachable) {
        String message = "The directory cannot be reached: check the server and the network between ("
                + ServerWords.of(unreachable) + ").";
        return new ExportResult.Rejected(ExportResult.Code.UNREACHABLE, message, null, null);
    }

    /** What kind of refusal a result code (RFC 4511, section 4.1.9) is. */
    static ExportResult.Code code(ResultCode code) {
        return switch (code.intValue()) {
            case ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE -> ExportResult.Code.ALREADY_EXISTS;
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE, ResultCode.ASSERTION_FAILED_INT_VALUE ->
                    ExportResult.Code.NO_SUCH_OBJECT;
            case ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE, ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE,
                    ResultCode.UNDEFINED_ATTRIBUTE_TYPE_INT_VALUE, ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE,
                    ResultCode.OBJECT_CLASS_MODS_PROHIBITED_INT_VALUE, ResultCode.INAPPROPRIATE_MATCHING_INT_VALUE ->
                    ExportResult.Code.SCHEMA_VIOLATION;
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE, ResultCode.INVALID_CREDENTIALS_INT_VALUE,
                    ResultCode.INAPPROPRIATE_AUTHENTICATION_INT_VALUE, ResultCode.STRONG_AUTH_REQUIRED_INT_VALUE,
                    ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE, ResultCode.AUTHORIZATION_DENIED_INT_VALUE ->
                    ExportResult.Code.PERMISSION_DENIED;
            case ResultCode.UNAVAILABLE_CRITICAL_EXTENSION_INT_VALUE, ResultCode.REFERRAL_INT_VALUE,
                    ResultCode.AFFECTS_MULTIPLE_DSAS_INT_VALUE, ResultCode.PROTOCOL_ERROR_INT_VALUE ->
                    ExportResult.Code.NOT_SUPPORTED;
            case ResultCode.BUSY_INT_VALUE, ResultCode.UNAVAILABLE_INT_VALUE, ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                    ExportResult.Code.BUSY;
            default -> isConnection(code) ? ExportResult.Code.CONNECTION_LOST : ExportResult.Code.CONSTRAINT_VIOLATION;
        };
    }

    private static boolean isConnection(ResultCode code) {
        return code.isClientSideResultCode() && !code.equals(ResultCode.PARAM_ERROR)
                && !code.equals(ResultCode.ENCODING_ERROR);
    }

    private static String explanation(ExportOperation operation, LDAPException failure) {
        String dn = operation.dn();
        return switch (failure.getResultCode().intValue()) {
            case ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE -> operation instanceof ExportOperation.Add
                    ? "'" + dn + "' exists already"
                    : "The new name of '" + dn + "' is taken";
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE -> missing(operation, failure);
            case ResultCode.ASSERTION_FAILED_INT_VALUE ->
                    "'" + dn + "' is not the object that was imported: its anchor is another one; import again";
            case ResultCode.NOT_ALLOWED_ON_NONLEAF_INT_VALUE ->
                    "'" + dn + "' has entries below it; delete or move those first";
            case ResultCode.NOT_ALLOWED_ON_RDN_INT_VALUE, ResultCode.NAMING_VIOLATION_INT_VALUE ->
                    "A value of '" + dn + "' does not agree with its name; change the name too, or not the value";
            case ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE ->
                    "'" + dn + "' would lack an attribute its object class demands, or have one it forbids";
            case ResultCode.UNDEFINED_ATTRIBUTE_TYPE_INT_VALUE ->
                    "The schema of the directory lacks an attribute of '" + dn + "'";
            case ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE ->
                    "A value of '" + dn + "' does not have the syntax its attribute demands";
            case ResultCode.INVALID_DN_SYNTAX_INT_VALUE ->
                    "'" + dn + "', or a reference in it, is no valid distinguished name";
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
                    "The connector's account may not do this to '" + dn + "'";
            case ResultCode.REFERRAL_INT_VALUE -> "'" + dn + "' is held by another server, which is not followed";
            case ResultCode.BUSY_INT_VALUE, ResultCode.UNAVAILABLE_INT_VALUE, ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                    "The server is busy; '" + dn + "' was not changed";
            default -> isConnection(failure.getResultCode())
                    ? "The connection was lost; whether '" + dn + "' was changed is not known"
                    : "The directory refuses the change of '" + dn + "'";
        };
    }

    private static String missing(ExportOperation operation, LDAPException failure) {
        String known = failure.getMatchedDN() == null || failure.getMatchedDN().isEmpty()
                ? ""
                : "; of it there is only '" + failure.getMatchedDN() + "'";
        return switch (operation) {
            case ExportOperation.Add add ->
                    "'" + add.dn() + "' cannot be added: '" + DistinguishedName.parent(add.dn()) + "' does not exist"
                            + known;
            case ExportOperation.Update update when update.changes().stream()
                    .anyMatch(change -> change.attribute() == 0) ->
                    "'" + update.dn() + "' or the parent it shall move to does not exist" + known;
            case ExportOperation.Update update -> "'" + update.dn() + "' does not exist" + known;
            case ExportOperation.Delete delete -> "'" + delete.dn() + "' does not exist" + known;
        };
    }

    /** The one attribute that the directory's words name, by its name in rules; null if they name none or several. */
    private static String guilty(LdapObjectType type, LDAPException failure) {
        String said = ServerWords.said(failure);
        if (said == null || failure.getResultCode().isClientSideResultCode()) {
            return null;
        }
        List<String> named = type.attributes().stream()
                .filter(attribute -> !attribute.column().equalsIgnoreCase(LdapObjectType.OBJECT_CLASS))
                .filter(attribute -> names(said, attribute.column()))
                .map(attribute -> attribute.definition().name())
                .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    /** Whether a word of the text is the attribute, but not the one in a distinguished name. */
    private static boolean names(String said, String attribute) {
        return said.toLowerCase(Locale.ROOT).contains(attribute.toLowerCase(Locale.ROOT))
                && Pattern.compile("(?<![\\w-])" + Pattern.quote(attribute) + "(?![\\w=-])", Pattern.CASE_INSENSITIVE)
                        .matcher(said)
                        .find();
    }
}
