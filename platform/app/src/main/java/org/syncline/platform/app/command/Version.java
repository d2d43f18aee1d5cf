package org.syncline.platform.app.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says; the number stands in the manifest of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String number = Version.class.getPackage().getImplementationVersion();
        return new String[]{"Syncline " + Objects.requireNonNullElse(number, "(not packaged)"),
                "Java " + Runtime.version()};
    }
}
