package org.syncline.dsl.extension.groovy;

import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.AttributeExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BitwiseNegationExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.MethodReferenceExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.SynchronizedStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Types;

/** Refuses what scripts are not made of, once it is known what every name stands for. */
final class ShapeCheck extends CompilationCustomizer {
    private static final Set<String> HIDDEN =
            Set.of("this", "super", "binding", "owner", "delegate", "thisObject", "metaClass", "class");
    private static final Set<Integer> OPERATORS = Set.of(
            Types.EQUAL, Types.PLUS, Types.MINUS, Types.MULTIPLY, Types.DIVIDE, Types.MOD, Types.INTDIV,
            Types.PLUS_EQUAL, Types.MINUS_EQUAL, Types.COMPARE_EQUAL, Types.COMPARE_NOT_EQUAL, Types.COMPARE_LESS_THAN,
            Types.COMPARE_LESS_THAN_EQUAL, Types.COMPARE_GREATER_THAN, Types.COMPARE_GREATER_THAN_EQUAL,
            Types.COMPARE_TO,
            Types.LOGICAL_AND, Types.LOGICAL_OR, Types.BITWISE_AND, Types.BITWISE_OR, Types.BITWISE_XOR,
            Types.LEFT_SQUARE_BRACKET, Types.KEYWORD_IN,
            Types.KEYWORD_INSTANCEOF, Types.LEFT_SHIFT, Types.COMPARE_NOT_IN, Types.COMPARE_NOT_INSTANCEOF,
            Types.COMPARE_IDENTICAL, Types.COMPARE_NOT_IDENTICAL, Types.ELVIS_EQUAL, Types.REMAINDER);

    private final AllowList allowed;

    ShapeCheck(AllowList allowed) {
        super(CompilePhase.SEMANTIC_ANALYSIS);
        this.allowed = allowed;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new Visitor(source, type).check(source.getAST());
    }

    /** What of a module is not code is looked at before anything is resolved: an annotation may run while it is compiled. */
    static final class Surface extends CompilationCustomizer {
        Surface() {
            super(CompilePhase.CONVERSION);
        }

        @Override
        public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
            ModuleNode module = source.getAST();
            Annotations annotations = new Annotations(source);
            module.getClasses().forEach(annotations::visitClass);
            if (module.getPackage() != null) {
                Refusal.report(source, module.getPackage(), "A script has no package", "leave the line out");
            }
            module.getImports().forEach(found -> annotations.visitAnnotations(found));
            module.getStarImports().forEach(found -> refuse(source, found));
            module.getStaticImports().values().forEach(found -> refuse(source, found));
            module.getStaticStarImports().values().forEach(found -> refuse(source, found));
        }

        private static void refuse(SourceUnit source, ImportNode found) {
            Refusal.report(source, found, "Only single classes can be imported", "name each of those that are allowed");
        }
    }

    /** Refuses every annotation. */
    private static final class Annotations extends ClassCodeVisitorSupport {
        private final SourceUnit source;

        Annotations(SourceUnit source) {
            this.source = source;
        }

        @Override
        public void visitAnnotations(AnnotatedNode node) {
            node.getAnnotations().stream().filter(ShapeCheck::isWritten).forEach(annotation -> Refusal.report(
                    source, annotation, "Scripts have no annotations", "leave it out"));
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }
    }

    /** The compiler adds methods and annotations of its own, which have no place. */
    private static boolean isWritten(ASTNode node) {
        return node.getLineNumber() > 0;
    }

    private final class Visitor extends ClassCodeVisitorSupport {
        private final SourceUnit source;
        private final ClassNode type;

        Visitor(SourceUnit source, ClassNode type) {
            this.source = source;
            this.type = type;
        }

        void check(ModuleNode module) {
            module.getImports().forEach(found -> named(found.getType(), found));
            type.getFields().stream().filter(field -> !field.isSynthetic())
                    .forEach(field -> refuse(field, "A script has no fields", "declare a variable in a hook"));
            for (MethodNode method : type.getMethods()) {
                boolean isWritten = ShapeCheck.isWritten(method) || method.getName().startsWith(HookReader.METHOD);
                if (isWritten) {
                    for (Parameter parameter : method.getParameters()) {
                        if (parameter.getLineNumber() > 0) {
                            named(parameter.getType(), parameter);
                        }
                        if (parameter.hasInitialExpression()) {
                            parameter.getInitialExpression().visit(this);
                        }
                    }
                    if (method.getLineNumber() > 0) {
                        named(method.getReturnType(), method);
                    }
                    if (method.getCode() != null) {
                        method.getCode().visit(this);
                    }
                }
            }
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        private void refuse(ASTNode node, String message, String suggestion) {
            Refusal.report(source, node, message, suggestion);
        }

        private void named(ClassNode named, ASTNode node) {
            if (!allowed.allows(named) && !ClassNodes.isVoid(named)) {
                refuse(node, "Scripts may not use " + named.getName(),
                        "<scripts> of syncline.xml may allow a class by its name");
            }
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            if (!(call.getMethod() instanceof ConstantExpression name) || !(name.getValue() instanceof String)) {
                refuse(call, "The name of a method must stand as it is", "write it without quotes and braces");
                return;
            }
            if (call.getObjectExpression() instanceof ClassExpression owner) {
                named(owner.getType(), owner);
            } else if (!(call.isImplicitThis() && call.getObjectExpression() instanceof VariableExpression)) {
                call.getObjectExpression().visit(this);
            }
            call.getArguments().visit(this);
        }

        @Override
        public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
            if (!Generated.is(call) && !call.getOwnerType().equals(type)) {
                named(call.getOwnerType(), call);
            }
            super.visitStaticMethodCallExpression(call);
        }

        @Override
        public void visitConstructorCallExpression(ConstructorCallExpression call) {
            if (!allowed.constructs(call.getType()) || call.isUsingAnonymousInnerClass()) {
                refuse(call, "Scripts may not make a " + call.getType().getName(),
                        "<scripts> of syncline.xml may allow a class by its name");
            }
            super.visitConstructorCallExpression(call);
        }

        @Override
        public void visitPropertyExpression(PropertyExpression property) {
            boolean isConstant = property.getObjectExpression() instanceof ClassExpression owner
                    && allowed.allows(owner.getType())
                    && property.getProperty() instanceof ConstantExpression name
                    && ClassNodes.isConstant(owner.getType(), name.getText());
            if (!isConstant) {
                refuse(property, "'" + property.getText() + "' is no attribute of a fact",
                        "call a method, or read an attribute of what the hook is given by its name");
            }
        }

        @Override
        public void visitClassExpression(ClassExpression expression) {
            refuse(expression, "A class is no value in scripts", "name it only to call one of its methods");
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            if (HIDDEN.contains(variable.getName())) {
                refuse(variable, "Scripts have no '" + variable.getName() + "'", null);
            }
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression declaration) {
            if (declaration.isMultipleAssignmentDeclaration()) {
                refuse(declaration, "Scripts declare one variable at a time", "write a line for each");
                return;
            }
            named(declaration.getVariableExpression().getOriginType(), declaration);
            visitBinaryExpression(declaration);
        }

        @Override
        public void visitBinaryExpression(BinaryExpression binary) {
            int operator = binary.getOperation().getType();
            if (!OPERATORS.contains(operator)) {
                refuse(binary, "Scripts have no operator " + binary.getOperation().getText(), null);
            }
            binary.getLeftExpression().visit(this);
            boolean isTypeTest = operator == Types.KEYWORD_INSTANCEOF || operator == Types.COMPARE_NOT_INSTANCEOF;
            if (isTypeTest && binary.getRightExpression() instanceof ClassExpression tested) {
                named(tested.getType(), tested);
            } else {
                binary.getRightExpression().visit(this);
            }
        }

        @Override
        public void visitCastExpression(CastExpression cast) {
            named(cast.getType(), cast);
            super.visitCastExpression(cast);
        }

        @Override
        public void visitArrayExpression(ArrayExpression array) {
            refuse(array, "Scripts have no arrays", "use a list");
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            if (closure.isParameterSpecified()) {
                for (Parameter parameter : closure.getParameters()) {
                    named(parameter.getOriginType(), parameter);
                }
            }
            super.visitClosureExpression(closure);
        }

        @Override
        public void visitLambdaExpression(LambdaExpression lambda) {
            refuse(lambda, "Scripts have no lambdas", "write a closure: { x -> ... }");
        }

        @Override
        public void visitMethodPointerExpression(MethodPointerExpression pointer) {
            refuse(pointer, "Scripts have no method pointers", "write a closure");
        }

        @Override
        public void visitMethodReferenceExpression(MethodReferenceExpression reference) {
            refuse(reference, "Scripts have no method references", "write a closure");
        }

        @Override
        public void visitAttributeExpression(AttributeExpression field) {
            refuse(field, "Scripts cannot read fields", null);
        }

        @Override
        public void visitSpreadExpression(SpreadExpression spread) {
            refuse(spread, "Scripts cannot spread a list", "name its elements");
        }

        @Override
        public void visitSpreadMapExpression(SpreadMapExpression spread) {
            refuse(spread, "Scripts cannot spread a map", "name its entries");
        }

        @Override
        public void visitBitwiseNegationExpression(BitwiseNegationExpression pattern) {
            refuse(pattern, "Scripts have no patterns as values", "use ==~ or =~");
        }

        @Override
        public void visitAssertStatement(AssertStatement statement) {
            refuse(statement, "Scripts have no assert", "throw new IllegalStateException('why')");
        }

        @Override
        public void visitSynchronizedStatement(SynchronizedStatement statement) {
            refuse(statement, "Scripts know no other threads", "leave synchronized out");
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            if (loop.getVariable().getLineNumber() > 0) {
                named(loop.getVariable().getOriginType(), loop.getVariable());
            }
            super.visitForLoop(loop);
        }

        @Override
        public void visitTryCatchFinally(TryCatchStatement statement) {
            statement.getResourceStatements().forEach(resource -> refuse(resource, "Scripts hold no resources", null));
            super.visitTryCatchFinally(statement);
        }

        @Override
        public void visitCatchStatement(CatchStatement statement) {
            named(statement.getExceptionType(), statement);
            super.visitCatchStatement(statement);
        }

        @Override
        protected void visitConstructorOrMethod(MethodNode node, boolean isConstructor) {
            // each method is looked at by itself
        }
    }

    /** What is asked of classes. */
    private static final class ClassNodes {
        static boolean isVoid(ClassNode type) {
            return type.getName().equals("void");
        }

        static boolean isConstant(ClassNode type, String name) {
            return type.getField(name) != null && type.getField(name).isStatic() && type.getField(name).isFinal()
                    && type.getField(name).isPublic()
                    && !type.getField(name).getType().equals(ClassHelper.CLASS_Type);
        }
    }
}
