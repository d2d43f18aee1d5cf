package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.xml.binding.Container;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Partition;
import org.syncline.schema.identity.Partitions;

/** Reads the partitions of a connector and what of them is selected. */
final class PartitionReader {
    private final SourceFile file;
    private final Parameters parameters;

    PartitionReader(SourceFile file, Parameters parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    Partitions read(List<org.syncline.dsl.xml.binding.Partition> declared) {
        List<Partition> read = new ArrayList<>();
        for (org.syncline.dsl.xml.binding.Partition partition : declared) {
            if (partition.getName() != null && partition.getBase() != null) {
                Partition one = read(partition);
                reportSameBase(partition, one, read);
                read.add(one);
            }
        }
        return new Partitions(read);
    }

    private Partition read(org.syncline.dsl.xml.binding.Partition partition) {
        String base = parameters.fill(file, partition, "base", partition.getBase());
        return new Partition(
                partition.getName(), base, containers(partition.getInclude(), base),
                containers(partition.getExclude(), base));
    }

    private List<String> containers(List<Container> declared, String base) {
        return declared.stream().map(container -> container(container, base)).flatMap(Optional::stream).toList();
    }

    private Optional<String> container(Container declared, String base) {
        if (declared.getContainer() == null) {
            return Optional.empty();
        }
        String container = parameters.fill(file, declared, "container", declared.getContainer());
        if (!DistinguishedName.isWithin(container, base)) {
            file.problem(declared, "container", "The container '" + container + "' does not lie in '" + base + "'",
                    "give its whole distinguished name");
        }
        return Optional.of(container);
    }

    private void reportSameBase(Locatable declared, Partition partition, List<Partition> others) {
        others.stream()
                .filter(other -> DistinguishedName.normalize(other.base())
                        .equals(DistinguishedName.normalize(partition.base())))
                .findFirst()
                .ifPresent(other -> file.problem(declared, "base",
                        "The partition '" + other.name() + "' has the same base",
                        "select containers by <include> and <exclude> in one partition"));
    }
}
