package org.syncline.connectors.file.fixedwidth;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.file.FileContractSystem;

/** Reads and writes lines of fixed columns as somebody else would. */
final class PlainLines implements FileContractSystem.Table {
    private static final int WIDTH = 500;

    /** The setting that says where the columns stand. */
    static String columns() {
        List<String> places = new ArrayList<>();
        for (int column = 0; column < FileContractSystem.COLUMNS.size(); column++) {
            places.add(
                    FileContractSystem.COLUMNS.get(column) + " " + (column * WIDTH + 1) + "-" + (column + 1) * WIDTH);
        }
        return String.join(", ", places);
    }

    @Override
    public String write(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows.subList(1, rows.size())) {
            row.forEach(cell -> text.append(cell).repeat(' ', WIDTH - characters(cell)));
            text.append('\n');
        }
        return text.toString();
    }

    private static int characters(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    @Override
    public List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>(List.of(FileContractSystem.COLUMNS));
        for (String line : text.split("\n")) {
            int[] characters = line.codePoints().toArray();
            List<String> row = new ArrayList<>();
            for (int from = 0; from < characters.length; from += WIDTH) {
                row.add(new String(characters, from, WIDTH).replaceAll(" +$", ""));
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
