package org.syncline.dsl.xml;

import java.util.regex.Pattern;
import org.syncline.dsl.ruleset.StoreDefinition;
import org.syncline.dsl.xml.binding.Store;
import org.syncline.dsl.xml.binding.Syncline;

/** Reads where the store lies. */
final class StoreReader {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern PASSWORD = Pattern.compile("[?&](ssl)?password=", Pattern.CASE_INSENSITIVE);
    private final SourceFile file;
    private final Store store;
    private final Parameters parameters;

    StoreReader(Document<Syncline> document, Parameters parameters) {
        this.file = document.file();
        this.store = document.root().getStore();
        this.parameters = parameters;
    }

    /** Null where the store lies beside the files. */
    StoreDefinition read() {
        if (store == null || store.getUrl() == null || store.getUser() == null) {
            return null;
        }
        String url = parameters.fill(file, store, "url", store.getUrl());
        String user = parameters.fill(file, store, "user", store.getUser());
        check(url);
        return new StoreDefinition(url, user, store.getSecret(), file.location(store));
    }

    private void check(String url) {
        if (!url.startsWith(POSTGRESQL)) {
            file.problem(store, "url", "'" + url + "' is no address of a store that Syncline can use",
                    "write " + POSTGRESQL + "//HOST/DATABASE, or leave <store> out for the embedded store");
        }
        if (PASSWORD.matcher(url).find()) {
            file.problem(store, "url", "The address of the store holds a password",
                    "take it out and give secret=\"NAME\"; passwords never stand in files");
        }
    }
}
