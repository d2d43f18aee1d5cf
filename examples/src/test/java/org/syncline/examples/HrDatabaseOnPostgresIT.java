package org.syncline.examples;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.syncline.connectors.testkit.postgresql.PostgresServer;

/** The example with HR's database on a PostgreSQL server. */
class HrDatabaseOnPostgresIT extends HrDatabaseExample {

    @Override
    HrDatabase database(ConfigurationFolder folder) {
        PostgresServer server = PostgresServer.shared();
        String url = server.newSchema() + "&user=" + server.user() + "&password="
                + URLEncoder.encode(server.password(), StandardCharsets.UTF_8).replace("%3A", ":");
        HrDatabase database = new HrDatabase(url);
        database.run(HrDatabase.withCalendar(folder.read("data/hr-start.sql")));
        folder.replace("connectors/hr.xml", "embedded:.syncline/hr", url.replace("&", "&amp;"));
        folder.replace("connectors/hr.xml",
                "<setting name=\"embedded-start\" value=\"data/hr-start.sql\"/>", "<!-- -->");
        return database;
    }
}
