package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.IntegerValue;

/** Expressions in the form in which installations of Entra Connect Sync have them. */
class EntraExpressionsTest {
    private final Evaluating evaluating = Evaluating.expressions()
            .with("dn", "CN=Ann Lee,OU=Sales,DC=contoso,DC=com")
            .with("sAMAccountName", "alee")
            .with("mailNickname", "ann.lee")
            .with("userAccountControl", new IntegerValue(514))
            .with("msExchRecipientTypeDetails", new IntegerValue(1))
            .with("pwdLastSet", new IntegerValue(129699324000000000L))
            .with("objectSid", new BinaryValue(new byte[]{1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0}))
            .with("objectGUID", new BinaryValue(new byte[16]))
            .with("proxyAddresses", " SMTP:ann.lee@contoso.com ", "smtp:al@contoso.com", "smtp:al@contoso.com ")
            .with("userCertificate", SampleCertificate.BASE64.replace("\n", ""))
            .with("otherPhone", "1-2", "3-4")
            .with("directManager", "")
            .with("skiplevelManager", "cn=Boss")
            .with("cn", "Ann Lee")
            .with("description", " Head of Sales ", "since May")
            .with("info", "  speaks Welsh ")
            .with("mail", "ann.lee@contoso.com")
            .with("cloudAnchor", "User_2b7c")
            .with("reasonFiltered", "SoftDelete;2026-05-04")
            .with("msDS-cloudExtensionAttribute1", "hidefromgal")
            .with("mS-DS-ConsistencyGuid", new BinaryValue(new byte[]{1, 2, 3}))
            .with("groupType", new IntegerValue(-2147483646))
            .parameter("Domain.FQDN", "contoso.com")
            .parameter("Connector.ID", "b891884f-051e-4a83-95af-2544101c9083");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            %Connector.ID% => b891884f-051e-4a83-95af-2544101c9083
            IIF(BitAnd([userAccountControl],&H2)=0, True, False) => False
            IIF(IsPresent([userPrincipalName]),[userPrincipalName], IIF(IsPresent([sAMAccountName]),([sAMAccountName]&"@"&%Domain.FQDN%),Error("AccountName is not present"))) => alee@contoso.com
            CBool(InStr(DNComponent(CRef([dn]),1),"\\\\0ACNF:")>0) => False
            CStr(FormatDateTime(DateFromNum([pwdLastSet]),"yyyyMMddHHmmss.0Z")) => 20120101230000.0Z
            StringFromSid([objectSid]) => S-1-5-18
            ConvertToBase64([objectGUID]) => AAAAAAAAAAAAAAAAAAAAAA==
            RemoveDuplicates(Trim(ImportedValue([proxyAddresses]))) => SMTP:ann.lee@contoso.com|smtp:al@contoso.com
            Mid(Item([proxyAddresses],Contains([proxyAddresses], "SMTP:")),7) => ann.lee@contoso.com\u0020
            Select($item,[otherPhone],Replace($item,"-","")) => 12|34
            Switch(IsPresent([directManager]),[directManager], IsPresent([skiplevelManager]),[skiplevelManager], IsPresent([director]),[director]) => cn=Boss
            With($upn,[sAMAccountName] & "@" & %Domain.FQDN%,IIF(Len($upn)>5,$upn,NULL)) => alee@contoso.com
            Word([mailNickname],2,".") => lee
            Item(Split("1.1.2.4","."),2) => 1
            IIF(IsPresent([isCriticalSystemObject]) || IsPresent([sAMAccountName]) = False || [sAMAccountName] = "SUPPORT_388945a0" || Left([mailNickname], 14) = "SystemMailbox{" || Left([sAMAccountName], 4) = "AAD_" || (Left([mailNickname], 4) = "CAS_" && (InStr([mailNickname], "}") > 0)) || (Left([sAMAccountName], 4) = "CAS_" && (InStr([sAMAccountName], "}")> 0)) || Left([sAMAccountName], 5) = "MSOL_" || CBool(IIF(IsPresent([msExchRecipientTypeDetails]),BitAnd([msExchRecipientTypeDetails],&H21C07000) > 0,NULL)) || CBool(InStr(DNComponent(CRef([dn]),1),"\\\\0ACNF:")>0), True, NULL) => NULL
            With($unExpiredCerts,Where($item,[userCertificate],CertNotAfter($item)>Now()),IIF(Count($unExpiredCerts)>0,Select($item,$unExpiredCerts,CertSubject($item)),NULL)) => E=ann.lee@contoso.com, CN=Ann Lee, OU=Sales, O="Contoso, Ltd.", C=US
            IIF(IsPresent([userCertificate]), CBin(Item([userCertificate], 1)) = CBin([userCertificate]), NULL) => True
            Select($item,Where($item,[userCertificate],IsCert($item)),Thumbprint($item)) => D91221923E8B9273EF4F1A9CCE366986BF2ED863
            IIF(IsNullOrEmpty([thumbnailPhoto]),IgnoreThisFlow,[thumbnailPhoto]) => IGNORE_THIS_FLOW
            IIF(IsPresent([msExchRecipientTypeDetails]), IIF([msExchRecipientTypeDetails]=2, NULL, "User"), "User") => User
            IIF(IsNullOrEmpty([displayName]),[cn],[displayName]) => Ann Lee
            IIF(IsNullOrEmpty([description]),NULL,Left(Trim(Item([description],1)),448)) => Head of Sales
            IIF(IsNullOrEmpty([url]),NULL,Left(Trim(Item([url],1)),448)) => NULL
            Left(Trim([info]),448) => speaks Welsh
            Trim([department]) => NULL
            RemoveDuplicates(Trim(ImportedValue("proxyAddresses"))) => SMTP:ann.lee@contoso.com|smtp:al@contoso.com
            IIF(IsPresent([pwdLastSet]),CStr(FormatDateTime(DateFromNum([pwdLastSet]),"yyyyMMddHHmmss.0Z")),NULL) => 20120101230000.0Z
            ConvertToBase64(IIF(IsPresent([mS-DS-ConsistencyGuid]),[mS-DS-ConsistencyGuid],[objectGUID])) => AQID
            IIF(IsPresent([msExchRecipientTypeDetails]),IIF([msExchRecipientTypeDetails]=2,NULL,IIF(IsString([objectGUID]),CStr([objectGUID]),ConvertToBase64([objectGUID]))),IIF(IsString([objectGUID]),CStr([objectGUID]),ConvertToBase64([objectGUID]))) => AAAAAAAAAAAAAAAAAAAAAA==
            IIF(IsPresent([msExchRecipientTypeDetails]),IIF([msExchRecipientTypeDetails]=2,NULL,IIF("mS-DS-ConsistencyGuid"="mS-DS-ConsistencyGuid",IIF(IsPresent([mS-DS-ConsistencyGuid]),IIF(IsString([mS-DS-ConsistencyGuid]),CStr([mS-DS-ConsistencyGuid]),ConvertToBase64([mS-DS-ConsistencyGuid])),NULL),NULL)),NULL) => AQID
            IIF(( (IsPresent([proxyAddresses]) = True) && (Contains([proxyAddresses], "SMTP:") > 0) && (InStr(Item([proxyAddresses], Contains([proxyAddresses], "SMTP:")), "@") > 0)) ||  (IsPresent([mail]) = True && (InStr([mail], "@") > 0)), True, False) => True
            IIF(IsPresent([isCriticalSystemObject]) || ( (InStr([displayName], "(MSOL)") > 0) && (CBool([msExchHideFromAddressLists]))) || (Left([mailNickname], 4) = "CAS_" && (InStr([mailNickname], "}") > 0)) || CBool(InStr(DNComponent(CRef([dn]),1),"\\\\0ACNF:")>0), True, NULL) => NULL
            IIF((IsPresent([reasonFiltered]) = True) && (InStr([reasonFiltered], "WriteBackOutOfScope") > 0 || InStr([reasonFiltered], "SoftDelete") > 0), "DeleteThisGroupInAD", [reasonFiltered]) => DeleteThisGroupInAD
            IIF(IsPresent([msDS-cloudExtensionAttribute1]),IIF([msDS-cloudExtensionAttribute1]="HideFromGAL",True,False),NULL) => True
            IIF(IsPresent([msDS-cloudExtensionAttribute10]) && [msDS-cloudExtensionAttribute10] = "BlockCloudSignIn", True, False) => False
            IIF(IsNullOrEmpty([msExchUsageLocation]),"US",Trim([msExchUsageLocation])) => US
            Replace([cloudAnchor],"User_","") => 2b7c
            IIF(BitAnd([groupType],&H80000000)=0,False,True) => True
            IIF(CBool([msExchHideFromAddressLists]), True, NULL) => NULL
            Word([mail],2,"@") => contoso.com
            [sAMAccountName]&"@"&%Domain.FQDN% => alee@contoso.com
            """)
    void loadAndGiveTheirValues(String expression, String result) {
        assertEquals(result.stripTrailing(), evaluating.result(expression).stripTrailing());
    }
}
