package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.SearchResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.syncline.connectors.ldap.directory.Directory;

/** A server that synchronizes content, but at times takes no notice of what changes. */
final class LaggingServer {
    private final Directory server;
    private SearchResult last;
    private boolean lags;

    LaggingServer(Directory server) {
        this.server = server;
    }

    Directory directory() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[]{Directory.class},
                (proxy, method, arguments) -> method.getName().equals("listen")
                        ? listen(method, arguments)
                        : ask(method, arguments));
    }

    /** @param takesNoNotice whether it says what it said last, from now on */
    void lag(boolean takesNoNotice) {
        lags = takesNoNotice;
    }

    private SearchResult listen(Method method, Object[] arguments) throws Throwable {
        if (!lags) {
            last = (SearchResult) ask(method, arguments);
        }
        return last;
    }

    private Object ask(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
