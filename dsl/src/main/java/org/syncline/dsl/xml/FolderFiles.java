package org.syncline.dsl.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.RuleLocation;

/** Finds the files of a configuration folder, and reports what lies there and would not be read. */
final class FolderFiles {
    private static final long LARGEST = 4L << 20;

    private final Path folder;
    private final Problems problems;
    private final List<FolderFile> files = new ArrayList<>();

    private FolderFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The files in the order of their places and names. */
    static List<FolderFile> of(Path folder, Problems problems) {
        FolderFiles found = new FolderFiles(folder, problems);
        found.addSyncline();
        found.addFolder(FilePlaces.CONNECTORS);
        found.addRules();
        found.addIfThere(FilePlaces.SCHEDULE);
        found.addFolder(FilePlaces.TESTS);
        found.addFolder(FilePlaces.LOOKUP);
        return found.files;
    }

    private void addSyncline() {
        if (Files.isRegularFile(folder.resolve(FilePlaces.SYNCLINE))) {
            add(FilePlaces.SYNCLINE, FilePlaces.SYNCLINE);
        } else {
            problem(FilePlaces.SYNCLINE, "The file is missing", "every configuration folder has it in its root");
        }
    }

    private void addIfThere(String name) {
        if (Files.isRegularFile(folder.resolve(name))) {
            add(name, name);
        }
    }

    private void addRules() {
        List<String> places = List.of(FilePlaces.JOIN, FilePlaces.ATTRIBUTE_FLOW, FilePlaces.PROVISIONING);
        for (String name : names(FilePlaces.RULES)) {
            String place = FilePlaces.RULES + "/" + name;
            if (places.contains(place)) {
                addFolder(place);
            } else {
                problem(place, "Nothing is read from here", Spelling.suggestion(place, places));
            }
        }
    }

    private void addFolder(String place) {
        for (String name : names(place)) {
            addFound(place, place + "/" + name);
        }
    }

    private void addFound(String place, String name) {
        if (Files.isDirectory(folder.resolve(name))) {
            problem(name, "Folders in " + place + " are not read", "put the files into " + place + " itself");
            return;
        }
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv", "xls", "xlsx" -> addTable(place, name);
            case "xml" -> addXml(place, name);
            case "drl", "groovy" -> addProgram(place, name);
            default -> {
                // notes and the like, which belong to nobody
            }
        }
    }

    private void addXml(String place, String name) {
        if (place.equals(FilePlaces.LOOKUP)) {
            problem(name, "Lookup tables are CSV files", "save it as .csv, or move it to where it belongs");
        } else {
            add(place, name);
        }
    }

    /** A table of a rule folder is one of decisions, every other one is looked up. */
    private void addTable(String place, String name) {
        boolean isLookup = place.equals(FilePlaces.LOOKUP) && name.endsWith(".csv");
        if (isLookup || FilePlaces.isOfRules(place)) {
            add(place, name);
        }
    }

    /** A script beside the connectors is none of rules: it is read by the connector that names it. */
    private void addProgram(String place, String name) {
        boolean isConnector = place.equals(FilePlaces.CONNECTORS) && name.endsWith(".groovy");
        if (FilePlaces.isOfRules(place)) {
            add(place, name);
        } else if (!isConnector) {
            problem(name, "Rules are not read from here", "put it into " + FilePlaces.ATTRIBUTE_FLOW);
        }
    }

    /** The names in a folder, in order, without hidden ones; none if there is no such folder. */
    private List<String> names(String name) {
        Path found = folder.resolve(name);
        if (!Files.isDirectory(found)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(found)) {
            return content.map(path -> path.getFileName().toString())
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problem(name, "The folder cannot be read: " + e.getMessage(), null);
            return List.of();
        }
    }

    private void add(String place, String name) {
        Path path = folder.resolve(name);
        try {
            if (Files.size(path) > LARGEST) {
                problem(name, "The file is larger than " + (LARGEST >> 20) + " MiB", "take it apart");
            } else {
                files.add(new FolderFile(place, name, Files.readAllBytes(path)));
            }
        } catch (IOException e) {
            problem(name, "The file cannot be read: " + e.getMessage(), null);
        }
    }

    private void problem(String file, String message, String suggestion) {
        problems.add(new RuleLocation(file, 1, 1), message, suggestion);
    }
}
