package org.syncline.platform.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.Retention;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.export.Waiting;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.ReferenceValue;

/** A small company for tests of the engine: an HR system without names, a directory with names, both in memory. */
public final class House {
    public static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("employeeId", AttributeType.STRING),
            AttributeDefinition.single("givenName", AttributeType.STRING),
            AttributeDefinition.single("sn", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE));
    public static final ObjectType EMPLOYEE = ObjectType.ofConnectorSpace(
            "employee",
            AttributeDefinition.single("id", AttributeType.STRING),
            AttributeDefinition.single("first", AttributeType.STRING),
            AttributeDefinition.single("last", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.single("boss", AttributeType.REFERENCE));
    public static final ObjectType ACCOUNT = ObjectType.ofConnectorSpace(
            "account",
            AttributeDefinition.single("uid", AttributeType.STRING),
            AttributeDefinition.single("employeeNumber", AttributeType.STRING),
            AttributeDefinition.single("givenName", AttributeType.STRING),
            AttributeDefinition.single("sn", AttributeType.STRING),
            AttributeDefinition.single("password", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE));
    private static final RuleLocation HERE = new RuleLocation("test.xml", 1, 1);

    private final MemorySystem hr = MemorySystem.named("hr-" + UUID.randomUUID());
    private final MemorySystem directory = MemorySystem.named("directory-" + UUID.randomUUID());
    private Store store;
    private final MovableClock clock = new MovableClock();
    private EndPolicy ends = new EndPolicy.LastLinkGone(Duration.ZERO);
    private ProvisioningRules.Outcome atTheEnd =
            new ProvisioningRules.Outcome(
                    List.of(new ProvisioningRules.Stage(Duration.ZERO, new ProvisioningRules.Delete())));
    private final List<ProvisioningRules.Deprovision> deprovisions = new ArrayList<>();
    private final List<ProvisioningRules.Rename> renames = new ArrayList<>();
    private final List<AttributeFlows.ExportFlow> exports = new ArrayList<>();
    private Guards guards = Guards.DEFAULT;
    private String filter;
    private String disabled;
    private ConnectedObjectType.Allow allow = ConnectedObjectType.Allow.ALL;
    private final Map<String, AttributeFlows.Compare> compares = new HashMap<>();
    private ConnectedObjectType.OnRefused onRefused = ConnectedObjectType.OnRefused.SPLIT;
    private String name = "\"uid=\" & EscapeDNComponent({uid}) & \",ou=People,dc=test\"";
    private boolean readsOne = true;
    private long version = 1;
    private int pageSize = Step.DEFAULT_PAGE_SIZE;
    private int threads = 4;
    private Ruleset ruleset;

    public House() {
        this(MemoryStore::new);
    }

    /** A house with a store of its own. */
    public House(Function<TypeSource, Store> open) {
        store = open.apply(TypeSource.of(this::ruleset));
    }

    public House endsWith(EndPolicy policy) {
        ends = policy;
        ruleset = null;
        return this;
    }

    public House atTheEnd(ProvisioningRules.Outcome outcome) {
        atTheEnd = outcome;
        ruleset = null;
        return this;
    }

    public House filtering(String condition) {
        filter = condition;
        ruleset = null;
        return this;
    }

    /** How the values of an attribute of accounts are compared. */
    public House comparing(String attribute, AttributeFlows.Compare policy) {
        compares.put(attribute, policy);
        ruleset = null;
        return this;
    }

    /** What may be done to accounts. */
    public House allowing(ConnectedObjectType.Allow operations) {
        allow = operations;
        ruleset = null;
        return this;
    }

    public House onRefused(ConnectedObjectType.OnRefused policy) {
        onRefused = policy;
        ruleset = null;
        return this;
    }

    /** The directory cannot be asked for one object. */
    public House withoutSingleReads() {
        readsOne = false;
        ruleset = null;
        return this;
    }

    /** What a disabled account looks like. */
    public House disabledWhen(String condition) {
        disabled = condition;
        ruleset = null;
        return this;
    }

    public House guardedBy(Guards limits) {
        guards = limits;
        ruleset = null;
        return this;
    }

    public House deprovisioning(String condition, ProvisioningRules.Action action) {
        deprovisions.add(new ProvisioningRules.Deprovision(
                "leavers",
                compile(condition, Scope.of(PERSON, Map.of())),
                new ProvisioningRules.Outcome(List.of(new ProvisioningRules.Stage(Duration.ZERO, action))),
                HERE));
        ruleset = null;
        return this;
    }

    /** From now on the store refuses changes that match. */
    public House refusing(Predicate<ConnectorSpaceChange> refused) {
        return storingIn(whole -> new RefusingStore(whole, refused));
    }

    /** From now on another store stands before the one that keeps things. */
    public House storingIn(UnaryOperator<Store> before) {
        store = before.apply(store);
        return this;
    }

    /** From now on steps are cut into pages of this size. */
    public House withPagesOf(int objects) {
        pageSize = objects;
        return this;
    }

    /** From now on so many threads evaluate the rules of a page. */
    public House withThreads(int number) {
        threads = number;
        return this;
    }

    /** What new accounts are called. */
    public House naming(String dn) {
        name = dn;
        ruleset = null;
        return this;
    }

    public House renaming(String dn) {
        Expression name = compile(dn, Scope.of(PERSON, Map.of()));
        renames.add(new ProvisioningRules.Rename("follow the name", null, List.of(), name, List.of(), HERE));
        ruleset = null;
        return this;
    }

    /** Lets an expression over the identity and those it refers to flow to the account. */
    public House exporting(String expression, String to) {
        Scope scope = Scope.of(PERSON, Map.of()).withReferenced(Set.of(PERSON));
        exports.add(new AttributeFlows.ExportFlow(
                "computed " + to,
                null,
                compile(expression, scope),
                to,
                false,
                true,
                AttributeFlows.Compare.EXACT,
                0,
                false,
                null,
                HERE));
        ruleset = null;
        return this;
    }

    /** The rules changed. */
    public House nextVersion() {
        version++;
        ruleset = null;
        return this;
    }

    public MemorySystem hr() {
        return hr;
    }

    public MemorySystem directory() {
        return directory;
    }

    public Store store() {
        return store;
    }

    public void wait(Duration time) {
        clock.now = clock.now.plus(time);
    }

    public void employ(String id, String first, String last, String boss) {
        employ(id, first, last, boss, "current");
    }

    public void employ(String id, String first, String last, String boss, String status) {
        Attributes.Builder employee = Attributes.builder(EMPLOYEE)
                .set("id", id)
                .set("first", first)
                .set("last", last)
                .set("status", status);
        if (boss != null) {
            employee.set("boss", ReferenceValue.toKey(boss));
        }
        hr.put(new Anchor(id), employee.build());
    }

    public void dismiss(String id) {
        hr.remove("employee", new Anchor(id));
    }

    /** Runs a whole cycle in one thread. */
    public List<StepReport> cycle() {
        return run(engine().cycle());
    }

    public List<StepReport> run(NextSteps next) {
        Engine engine = engine();
        List<StepReport> reports = new ArrayList<>();
        Deque<StepRequest> steps = new ArrayDeque<>(next.first());
        while (!steps.isEmpty()) {
            StepReport report = engine.run(paged(steps.poll()), PageLoop.SEQUENTIAL);
            reports.add(report);
            steps.addAll(next.after(report));
        }
        return reports;
    }

    private StepRequest paged(StepRequest request) {
        Step step = new Step(request.step().kind(), pageSize);
        return new StepRequest(request.connector(), step, request.profile());
    }

    /** Runs one step of a run profile with what it says there, in one thread. */
    public StepReport run(String connector, Kind kind, StepOptions options) {
        Step step = new Step(kind, pageSize, options);
        return engine().run(new StepRequest(connector, step, "special"), PageLoop.SEQUENTIAL);
    }

    /** Runs one step in one thread. */
    public StepReport run(String connector, Kind kind) {
        return engine().run(paged(new StepRequest(connector, Step.of(kind), null)), PageLoop.SEQUENTIAL);
    }

    /** Lets go of the connected systems. */
    public void leave() {
        MemorySystem.forget(hr.name());
        MemorySystem.forget(directory.name());
    }

    public PinnedRules rules() {
        return new PinnedRules(ruleset(), version);
    }

    public Clock clock() {
        return clock;
    }

    public Engine engine() {
        return new Engine(
                store,
                new Connectors(Path.of("."), name -> Optional.empty(), clock),
                rules(),
                clock,
                new Waiting(this::pass, new Random(1)),
                threads);
    }

    private boolean pass(Duration time) {
        wait(time);
        return true;
    }

    private Ruleset ruleset() {
        if (ruleset == null) {
            ruleset = written();
        }
        return ruleset;
    }

    private Ruleset written() {
        Map<String, ConnectorDefinition> connectors = new LinkedHashMap<>();
        connectors.put("directory", connector("directory", directory.name(), false, ACCOUNT, "uid", null));
        connectors.put("hr", connector("hr", hr.name(), true, EMPLOYEE, "id", filter));
        return new Ruleset(
                "test" + version,
                Map.of(),
                "test",
                ZoneOffset.UTC,
                Map.of("person", new MetaverseType(PERSON, ends, HERE)),
                connectors,
                List.of(
                        join("hr", EMPLOYEE, "id", new JoinRules.Projection("new people", null, HERE)),
                        join("directory", ACCOUNT, "employeeNumber", null)),
                List.of(incoming(), outgoing()),
                List.of(),
                List.of(provisioning()),
                List.of(),
                List.of(),
                null,
                Retention.DEFAULT,
                RuleExtension.NONE);
    }

    private ConnectorDefinition connector(
            String name, String system, boolean readOnly, ObjectType type, String anchor, String condition) {
        List<ConnectedObjectType.ConnectedAttribute> attributes = type.attributes().stream()
                .filter(attribute -> !attribute.name().equals(ObjectType.DN))
                .map(attribute -> new ConnectedObjectType.ConnectedAttribute(
                        attribute.name(), attribute.name(), null, null, null))
                .toList();
        ConnectedObjectType connected = new ConnectedObjectType(
                type,
                List.of(anchor),
                List.of(),
                List.of(),
                attributes,
                false,
                null,
                condition == null ? null : compile(condition, Scope.of(type, Map.of())),
                readOnly || disabled == null ? null : compile(disabled, Scope.of(type, Map.of())),
                readOnly ? ConnectedObjectType.Allow.ALL : allow,
                onRefused,
                HERE);
        return new ConnectorDefinition(
                name,
                "memory",
                readOnly,
                Map.of("system", system, "names", readOnly ? "false" : "true", "read-one", "" + readsOne),
                Map.of(),
                List.of(connected),
                Partitions.NONE,
                guards,
                List.of(),
                Duration.ofMinutes(15),
                3,
                HERE);
    }

    private static JoinRules join(String connector, ObjectType type, String attribute,
            JoinRules.Projection projection) {
        JoinRules.Match match = new JoinRules.Match(
                attribute, compile("[" + attribute + "]", Scope.of(type, Map.of())), "employeeId", false);
        JoinRules.Criterion criterion = new JoinRules.Criterion(
                "by employee id", List.of(match), null, JoinRules.OnAmbiguous.HOLD, false, HERE);
        return new JoinRules(connector, type.name(), "person", null, List.of(criterion),
                projection == null ? List.of() : List.of(projection), HERE);
    }

    private static AttributeFlows incoming() {
        return new AttributeFlows(
                "hr",
                "employee",
                "person",
                null,
                List.of(
                        in("id", "employeeId"),
                        in("first", "givenName"),
                        in("last", "sn"),
                        in("status", "status"),
                        in("boss", "manager")),
                List.of(),
                HERE);
    }

    private static AttributeFlows.ImportFlow in(String from, String to) {
        return new AttributeFlows.ImportFlow(
                to + " from " + from,
                from,
                compile("[" + from + "]", Scope.of(EMPLOYEE, Map.of())),
                to,
                AttributeFlows.ImportFlow.ONLY,
                null,
                AttributeFlows.Merge.UPDATE,
                false,
                HERE);
    }

    private AttributeFlows outgoing() {
        List<AttributeFlows.ExportFlow> flows = new ArrayList<>(exports);
        flows.addAll(List.of(
                out("employeeId", "employeeNumber"),
                out("givenName", "givenName"),
                out("sn", "sn"),
                out("manager", "manager")));
        return new AttributeFlows("directory", "account", "person", null, List.of(), flows, HERE);
    }

    private AttributeFlows.ExportFlow out(String from, String to) {
        return new AttributeFlows.ExportFlow(
                to + " from " + from,
                from,
                compile("[" + from + "]", Scope.of(PERSON, Map.of())),
                to,
                false,
                true,
                compares.getOrDefault(to, AttributeFlows.Compare.EXACT),
                0,
                false,
                null,
                HERE);
    }

    private ProvisioningRules provisioning() {
        Scope scope = Scope.of(PERSON, Map.of()).withDecided(Set.of("uid"));
        ProvisioningRules.Unique uid = new ProvisioningRules.Unique(
                "uid",
                List.of(new ProvisioningRules.Candidate(
                        compile("LCase(Left([givenName],1) & [sn])", scope), true)),
                List.of(),
                HERE);
        ProvisioningRules.Provision provision = new ProvisioningRules.Provision(
                "everybody",
                null,
                List.of(uid),
                compile(name, scope),
                List.of(new ProvisioningRules.Initial("password", null, 16, null, HERE)),
                ProvisioningRules.IfDeleted.REPORT,
                HERE);
        return new ProvisioningRules(
                "directory", "account", "person", null, List.of(provision), renames, List.of(), deprovisions, atTheEnd,
                HERE);
    }

    private static Expression compile(String text, Scope scope) {
        try {
            return ExpressionCompiler.compile(text, scope);
        } catch (ExpressionException mistake) {
            throw new IllegalArgumentException(text + ": " + mistake.mistakes(), mistake);
        }
    }

    /** A clock that stands still until it is moved. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
