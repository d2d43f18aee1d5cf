package org.syncline.platform.store.encoding;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** Which number stands for which attribute of a type, and which attributes are kept value by value in rows of their own. */
public final class Layout {
    private final int typeNumber;
    private final ObjectType type;
    private final int[] numbers;
    private final int[] indexes;
    private final boolean[] inRows;
    private final boolean anyInRows;

    /**
     * A layout.
     *
     * @param numbers of the attributes of the type, in its order
     * @param inRows by index
     */
    public Layout(int typeNumber, ObjectType type, List<Integer> numbers, List<Boolean> inRows) {
        this.typeNumber = typeNumber;
        this.type = type;
        this.numbers = numbers.stream().mapToInt(Integer::intValue).toArray();
        this.indexes = new int[numbers.stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
        this.inRows = new boolean[type.size()];
        Arrays.fill(indexes, -1);
        for (int index = 0; index < type.size(); index++) {
            this.indexes[this.numbers[index]] = index;
            this.inRows[index] = inRows.get(index);
        }
        this.anyInRows = inRows.contains(true);
    }

    public int typeNumber() {
        return typeNumber;
    }

    public ObjectType type() {
        return type;
    }

    public int number(int index) {
        return numbers[index];
    }

    /** The index of an attribute, or -1 if the type no longer has it. */
    public int index(int number) {
        return number < indexes.length ? indexes[number] : -1;
    }

    public boolean hasRows() {
        return anyInRows;
    }

    /** The numbers of the attributes whose references stand in rows. */
    public List<Integer> rowNumbers() {
        return IntStream.range(0, numbers.length).filter(index -> inRows[index]).mapToObj(index -> numbers[index])
                .toList();
    }

    /** Whether this content of an attribute stands in rows and not in the body. */
    public boolean isInRows(int index, Content content) {
        return inRows[index] && content.isPresent() && hasOnlyReferences(content);
    }

    private static boolean hasOnlyReferences(Content content) {
        Collection<Value> values = content instanceof LargeValues large ? large.added().keySet() : content.asList();
        for (Value value : values) {
            if (!(value instanceof ReferenceValue)) {
                return false;
            }
        }
        return true;
    }
}
