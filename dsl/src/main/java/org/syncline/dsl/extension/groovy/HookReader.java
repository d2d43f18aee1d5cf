package org.syncline.dsl.extension.groovy;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.extension.groovy.HookKind.Role;
import org.syncline.schema.identity.ObjectType;

/**
 * Reads the hooks of a script before anything of it is resolved: each closure becomes a method with typed parameters. So nothing of it
 * runs in order to know its hooks.
 */
final class HookReader extends CompilationCustomizer {
    /** Begins the names of the methods that closures become. */
    static final String METHOD = "__hook";

    private final ScriptFile file;
    private final SchemaNames schemas;
    private final List<Declared> declared = new ArrayList<>();

    HookReader(ScriptFile file, SchemaNames schemas) {
        super(CompilePhase.CONVERSION);
        this.file = file;
        this.schemas = schemas;
    }

    /** What was found, in the order of lines. */
    List<Declared> declared() {
        return declared;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        ModuleNode module = source.getAST();
        if (!type.isScript() || module.getClasses().size() > 1) {
            Refusal.report(source, type, "A script has no classes of its own", "write methods");
            return;
        }
        new Reading(source, type).read(module);
    }

    /** One reading of one script. */
    private final class Reading {
        private final SourceUnit source;
        private final ClassNode type;
        private final Set<String> names = new HashSet<>();

        Reading(SourceUnit source, ClassNode type) {
            this.source = source;
            this.type = type;
        }

        void read(ModuleNode module) {
            BlockStatement statements = module.getStatementBlock();
            List<Statement> found = List.copyOf(statements.getStatements());
            statements.getStatements().clear();
            statements.addStatement(ReturnStatement.RETURN_NULL_OR_VOID);
            for (MethodNode method : module.getMethods()) {
                if (method.getName().startsWith(METHOD)) {
                    refuse(method, "A method cannot be called '" + method.getName() + "'", "give it another name");
                }
                method.setModifiers(Modifier.PUBLIC | Modifier.STATIC);
                method.setParameters(method.getParameters());
                if (method.getCode() != null) {
                    RegexOperators.in(source, method.getCode());
                }
                InterruptChecks.addTo(method);
            }
            found.forEach(this::read);
        }

        private void read(Statement statement) {
            MethodCallExpression call = statement instanceof ExpressionStatement line
                    && line.getExpression() instanceof MethodCallExpression found
                    && found.isImplicitThis() ? found : null;
            HookKind kind = call == null ? null : HookKind.of(call.getMethodAsString());
            if (kind != null) {
                read(kind, call);
            } else if (call != null && call.getMethodAsString() != null) {
                String meant = NearestName.to(call.getMethodAsString(), HookKind.words());
                refuse(statement, "'" + call.getMethodAsString() + "' is no hook",
                        meant == null
                                ? "one of " + String.join(", ", HookKind.words())
                                : "did you mean " + meant + "?");
            } else {
                refuse(statement, "A script consists of hooks and methods",
                        "put it into a hook, such as importFlow(connector: '...', objectType: '...') { source,"
                                + " identity, contribute -> ... }");
            }
        }

        private void read(HookKind kind, MethodCallExpression call) {
            Map<String, String> arguments = arguments(kind, call);
            ClosureExpression closure = closure(call);
            if (kind.folder() != null && !file.name().startsWith(kind.folder() + "/")) {
                refuse(call, "'" + kind.word() + "' does not belong here", "put it into a file of " + kind.folder());
                return;
            }
            if (closure == null) {
                refuse(call, "'" + kind.word() + "' lacks its closure", "write " + shape(kind));
                return;
            }
            if (arguments == null || !takesWhatItIsGiven(kind, closure)) {
                return;
            }
            String name = arguments.getOrDefault("name", file.baseName());
            if (!names.add(kind.hook() + "\0" + name)) {
                refuse(call, "Another '" + kind.word() + "' of this file is called '" + name + "'",
                        "give this one a name of its own: " + kind.word() + "(name: '...', ...)");
                return;
            }
            declare(kind, call, arguments, name, closure);
        }

        private void declare(HookKind kind, MethodCallExpression call, Map<String, String> arguments, String name,
                ClosureExpression closure) {
            SchemaNames.Found found = schemas.find(kind, arguments);
            if (found.mistake() != null) {
                refuse(call, found.mistake(), found.suggestion());
                return;
            }
            ObjectType objectType = found.objectType();
            ObjectType identityType = found.identityType();
            boolean takesNow = closure.getParameters().length > kind.roles().size();
            RegexOperators.in(source, closure.getCode());
            FactReader facts = new FactReader(source, kind.roles(), closure, objectType, identityType);
            InterruptChecks.addTo(closure);
            Statement code = facts.read();
            String method = METHOD + declared.size();
            Parameter[] parameters = closure.getParameters();
            for (int index = 0; index < parameters.length; index++) {
                Role role = index < kind.roles().size() ? kind.roles().get(index) : Role.NOW;
                parameters[index] = new Parameter(ClassHelper.make(role.type()), parameters[index].getName());
            }
            type.addMethod(new MethodNode(method, Modifier.PUBLIC | Modifier.STATIC, ClassHelper.make(kind.result()),
                    parameters, ClassNode.EMPTY_ARRAY, code));
            declared.add(new Declared(
                    kind, name, found.complete(arguments), method, facts.attributes(), facts.ranks(), objectType,
                    identityType,
                    takesNow, file.at(call)));
        }

        /** Null, after saying so, where they are not as they must be. */
        private Map<String, String> arguments(HookKind kind, MethodCallExpression call) {
            Map<String, String> arguments = new LinkedHashMap<>();
            boolean isRight = true;
            for (Expression argument : ((TupleExpression) call.getArguments()).getExpressions()) {
                if (argument instanceof MapExpression map) {
                    for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                        isRight &= read(kind, entry, arguments);
                    }
                } else if (!(argument instanceof ClosureExpression)) {
                    refuse(argument, "'" + kind.word() + "' takes named arguments and a closure",
                            "write " + shape(kind));
                    isRight = false;
                }
            }
            for (String name : kind.required()) {
                if (isRight && !arguments.containsKey(name)) {
                    refuse(call, "'" + kind.word() + "' lacks the argument '" + name + "'", "write " + shape(kind));
                    isRight = false;
                }
            }
            return isRight ? arguments : null;
        }

        private boolean read(HookKind kind, MapEntryExpression entry, Map<String, String> arguments) {
            String name = entry.getKeyExpression() instanceof ConstantExpression key ? key.getText() : null;
            if (name == null || !kind.arguments().contains(name)) {
                String meant = name == null ? null : NearestName.to(name, kind.arguments());
                refuse(entry,
                        "'" + kind.word() + "' has no argument "
                                + (name == null ? "that is computed" : "'" + name + "'"),
                        meant == null
                                ? "one of " + String.join(", ", kind.arguments())
                                : "did you mean " + meant + "?");
                return false;
            }
            if (!(entry.getValueExpression() instanceof ConstantExpression value)) {
                refuse(entry, "The argument '" + name + "' must be a text as it stands",
                        "hooks are known before they run");
                return false;
            }
            arguments.put(name, value.getText());
            return true;
        }

        private static ClosureExpression closure(MethodCallExpression call) {
            List<Expression> arguments = ((TupleExpression) call.getArguments()).getExpressions();
            return !arguments.isEmpty() && arguments.getLast() instanceof ClosureExpression closure ? closure : null;
        }

        private boolean takesWhatItIsGiven(HookKind kind, ClosureExpression closure) {
            Parameter[] parameters = closure.getParameters();
            int count = parameters == null ? 0 : parameters.length;
            boolean mayTakeNow = !kind.roles().contains(Role.STEP);
            if (count != kind.roles().size() && !(mayTakeNow && count == kind.roles().size() + 1)) {
                refuse(closure, "The closure of '" + kind.word() + "' takes " + kind.roles().size() + " parameters"
                        + (mayTakeNow ? ", and the time as one more if it needs it" : ""), "write " + shape(kind));
                return false;
            }
            for (Parameter parameter : parameters) {
                if (parameter.hasInitialExpression() || !parameter.isDynamicTyped()) {
                    refuse(parameter, "The parameters of a hook have no types and no defaults", "write " + shape(kind));
                    return false;
                }
            }
            return true;
        }

        private static String shape(HookKind kind) {
            String arguments =
                    String.join(", ", kind.required().stream().sorted().map(name -> name + ": '...'").toList());
            String parameters = String.join(", ", kind.roles().stream().map(Role::word).toList());
            return kind.word() + "(" + arguments + ") { " + parameters + " -> ... }";
        }

        private void refuse(ASTNode node, String message, String suggestion) {
            Refusal.report(source, node, message, suggestion);
        }
    }
}
