package org.syncline.dsl.xml;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.expression.LookupTable;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.extension.ProgramNames.Pairing;
import org.syncline.dsl.lint.Lints;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.dsl.ruleset.Digest;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.Retention;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.binding.Connector;
import org.syncline.dsl.xml.binding.Groups;
import org.syncline.dsl.xml.binding.Reload;
import org.syncline.dsl.xml.binding.RuleTests;
import org.syncline.dsl.xml.binding.Syncline;

/** One reading of one folder. */
final class FolderReading {
    private final Programs programs;
    private final Map<String, String> environment;
    private final boolean looksForWarnings;
    private final Problems problems = new Problems();
    private final Documents documents;
    private final KnownFiles known;
    private final Set<String> compiled = new TreeSet<>();
    private final Schemas schemas;

    FolderReading(
            KnownFiles known, RuleLibrary library, Programs programs, Map<String, String> environment,
            boolean looksForWarnings) {
        this.programs = programs;
        this.environment = environment;
        this.looksForWarnings = looksForWarnings;
        this.documents = new Documents(known, library, problems);
        this.known = known;
        this.schemas = new Schemas(documents);
    }

    ReadResult read(Path folder) {
        return read(FolderFiles.of(folder, problems));
    }

    ReadResult readConnectors(Path folder) {
        List<String> places = List.of(FilePlaces.SYNCLINE, FilePlaces.CONNECTORS);
        return read(FolderFiles.of(folder, problems).stream().filter(file -> places.contains(file.place())).toList());
    }

    private ReadResult read(List<FolderFile> files) {
        files.stream()
                .filter(file -> !file.place().equals(FilePlaces.LOOKUP) && !file.isProgram())
                .forEach(documents::read);
        Ruleset written = ruleset(files);
        if (!problems.isEmpty()) {
            written.extension().close();
            return new ReadResult.Refused(explained());
        }
        Ruleset ruleset = written.extension().complete(written);
        return new ReadResult.Ready(ruleset, warnings(ruleset), FolderContent.of(files), approval(), renewed());
    }

    private Set<String> renewed() {
        compiled.addAll(known.parsed());
        return compiled;
    }

    private boolean approval() {
        return documents.of(Syncline.class).stream()
                .anyMatch(document -> document.root().getReload() == Reload.APPROVE);
    }

    private List<Warning> warnings(Ruleset ruleset) {
        if (!looksForWarnings) {
            return List.of();
        }
        Lints.of(ruleset).forEach(lint -> problems.warn(Warning.of(lint)));
        return new Acceptances(documents.files()).without(problems.warnings());
    }

    private List<Problem> explained() {
        Hints hints = new Hints(schemas);
        return problems.found().stream().map(hints::explain).toList();
    }

    private Ruleset ruleset(List<FolderFile> files) {
        List<Document<Syncline>> syncline = documents.of(Syncline.class);
        Parameters parameters = new Parameters(
                syncline.stream().flatMap(document -> document.root().getParameter().stream()).toList(),
                !syncline.isEmpty(), environment, tables(files));
        List<MetaverseReader> metaverse =
                syncline.stream().map(document -> new MetaverseReader(document, schemas, parameters)).toList();
        metaverse.forEach(MetaverseReader::readTypes);
        readConnectors(parameters);
        metaverse.forEach(MetaverseReader::readEnds);
        List<JoinRules> joins = joinRules(parameters);
        List<AttributeFlowsReader> flowFiles = flowFiles(parameters);
        List<AttributeFlows> flows = attributeFlows(flowFiles);
        List<Derivation> derivations = flowFiles.stream().flatMap(file -> file.derivations().stream()).toList();
        new DerivationCheck(problems).check(derivations, flows);
        List<ProvisioningRules> accounts = provisioningRules(parameters);
        RuleExtension extension = extension(files, syncline, pairings(joins, flows, accounts));
        List<ProvisioningRules> provisioning =
                ProgramProvisioning.with(extension, accounts, schemas.metaverse().keySet());
        new ManyJoinCheck(problems).check(joins, flows, provisioning);
        Map<String, String> hashes = hashes(files, parameters);
        ZoneId zone = zone(metaverse);
        return new Ruleset(
                Digest.of(hashes.toString()),
                hashes,
                syncline.stream().findFirst().map(document -> document.root().getName()).orElse(null),
                zone,
                Collections.unmodifiableMap(schemas.metaverse()),
                Collections.unmodifiableMap(schemas.connectors()),
                joins,
                flows,
                derivations,
                provisioning,
                groupRules(parameters),
                ruleTests(zone),
                syncline.stream().findFirst().map(document -> new StoreReader(document, parameters).read())
                        .orElse(null),
                syncline.stream().findFirst().map(document -> new RetentionReader(document).read())
                        .orElse(Retention.DEFAULT),
                extension);
    }

    private static Set<Pairing> pairings(
            List<JoinRules> joins, List<AttributeFlows> flows, List<ProvisioningRules> provisioning) {
        return Stream.of(
                joins.stream().map(file -> pairing(file.connector(), file.objectType(), file.metaverseType())),
                flows.stream().map(file -> pairing(file.connector(), file.objectType(), file.metaverseType())),
                provisioning.stream()
                        .map(file -> pairing(file.connector(), file.objectType(), file.metaverseType())))
                .flatMap(pairings -> pairings)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Of a file without mistakes. */
    private static Optional<Pairing> pairing(String connector, String objectType, String metaverseType) {
        return connector == null || objectType == null || metaverseType == null
                ? Optional.empty()
                : Optional.of(new Pairing(connector, objectType, metaverseType));
    }

    private RuleExtension extension(
            List<FolderFile> files, List<Document<Syncline>> syncline, Set<Pairing> pairings) {
        SortedMap<String, byte[]> written = new TreeMap<>();
        files.stream().filter(FolderFile::isProgram).forEach(file -> written.put(file.name(), file.bytes()));
        Set<String> classes = syncline.stream()
                .flatMap(document -> new AllowedClassesReader(document).read().stream())
                .collect(Collectors.toSet());
        return programs.compile(
                written,
                new ProgramNames(classes, schemas.connectors(), schemas.metaverse(), pairings),
                compiled::add,
                mistake -> problems.add(mistake.place(), mistake.message(), mistake.suggestion()));
    }

    private Map<String, LookupTable> tables(List<FolderFile> files) {
        return files.stream()
                .filter(file -> file.place().equals(FilePlaces.LOOKUP))
                .map(file -> LookupTableReader.read(file, problems))
                .collect(Collectors.toMap(LookupTable::name, table -> table));
    }

    private static ZoneId zone(List<MetaverseReader> metaverse) {
        return metaverse.stream().map(MetaverseReader::zone).filter(Objects::nonNull).findFirst()
                .orElseGet(ZoneId::systemDefault);
    }

    private void readConnectors(Parameters parameters) {
        List<Document<Connector>> connectors = documents.of(Connector.class);
        connectors.forEach(connector -> schemas.expect(connector.root().getName()));
        connectors.forEach(connector -> new ConnectorReader(connector, schemas, parameters).read());
    }

    private List<JoinRules> joinRules(Parameters parameters) {
        return documents.of(org.syncline.dsl.xml.binding.JoinRules.class).stream()
                .map(document -> new JoinRulesReader(document, schemas, parameters).read())
                .toList();
    }

    private List<AttributeFlows> attributeFlows(List<AttributeFlowsReader> files) {
        List<AttributeFlows> flows = files.stream()
                .map(AttributeFlowsReader::read)
                .filter(file -> file.connector() != null)
                .toList();
        new PrecedenceCheck(problems).check(flows);
        return flows;
    }

    private List<AttributeFlowsReader> flowFiles(Parameters parameters) {
        return documents.of(org.syncline.dsl.xml.binding.AttributeFlows.class).stream()
                .map(document -> new AttributeFlowsReader(document, schemas, parameters))
                .toList();
    }

    private List<ProvisioningRules> provisioningRules(Parameters parameters) {
        return documents.of(org.syncline.dsl.xml.binding.ProvisioningRules.class).stream()
                .map(document -> new ProvisioningRulesReader(document, schemas, parameters).read())
                .toList();
    }

    private List<GroupRules> groupRules(Parameters parameters) {
        return documents.of(Groups.class).stream()
                .map(document -> new GroupRulesReader(document, schemas, parameters).read())
                .toList();
    }

    private List<RuleTest> ruleTests(ZoneId zone) {
        return documents.of(RuleTests.class).stream()
                .flatMap(document -> new RuleTestsReader(document, schemas, zone).read().stream())
                .toList();
    }

    /** What the environment says of parameters stands in syncline.xml too; what a file includes, in the file. */
    private Map<String, String> hashes(List<FolderFile> files, Parameters parameters) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.name(), Digest.of(file.bytes())));
        documents.expanded().forEach((name, text) -> hashes.merge(name, Digest.of(text), String::concat));
        hashes.computeIfPresent(FilePlaces.SYNCLINE, (name, hash) -> hash + new TreeMap<>(parameters.values()));
        return hashes;
    }
}
