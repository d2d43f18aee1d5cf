package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.EXTERNALBindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequestProperties;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.syncline.connectors.spi.ConnectorException;

/** Credentials and trust as the library takes them. */
final class Authentication {
    /** No name of its own; without even an empty one OpenLDAP asks for it. */
    private static final String AS_THE_CERTIFICATE_SAYS = "";

    private Authentication() {}

    static BindRequest bind(Credentials credentials) throws LDAPException {
        return switch (credentials) {
            case Credentials.Anonymous() -> new SimpleBindRequest();
            case Credentials.Simple(String bindDn, String password) -> new SimpleBindRequest(bindDn, password);
            case Credentials.External external -> new EXTERNALBindRequest(AS_THE_CERTIFICATE_SAYS);
            case Credentials.Kerberos(String principal, String password) ->
                    new GSSAPIBindRequest(new GSSAPIBindRequestProperties(principal, password));
        };
    }

    static SSLContext tls(ServerAddress server) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(server.credentials()), server.trust().managers(), null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("TLS cannot be set up", failure);
        }
    }

    /** What the client shows; null for nothing. */
    private static KeyManager[] keys(Credentials credentials) {
        return credentials instanceof Credentials.External(Path keyStore, String password)
                ? keys(keyStore, password.toCharArray())
                : null;
    }

    private static KeyManager[] keys(Path file, char[] password) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException failure) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "Setting 'client-certificate': '" + file
                            + "' cannot be read; it must be a PKCS #12 file with a certificate and its key, and"
                            + " 'client-certificate-password' its password (" + failure.getMessage() + ")",
                    failure);
        }
    }
}
