package org.syncline.dsl.extension.groovy;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.codehaus.groovy.transform.stc.TypeCheckingExtension;

/** Refuses every call of a method that scripts may not call, once it is known which method that is. */
public final class CallCheck extends TypeCheckingExtension {
    private static final ClassNode REGEX = ClassHelper.make(TimedRegex.class);

    /** Made by the compiler, by its name. */
    public CallCheck(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    /** Groovy reads what stands in brackets as the name of a property, and shifts numbers without a method. */
    @Override
    public void afterVisitMethod(MethodNode method) {
        if (method.getCode() == null) {
            return;
        }
        method.getCode().visit(new CodeVisitorSupport() {
            @Override
            public void visitBinaryExpression(BinaryExpression binary) {
                super.visitBinaryExpression(binary);
                int operator = binary.getOperation().getType();
                boolean isRefused = operator == Types.LEFT_SQUARE_BRACKET && !isElement(binary)
                        || operator == Types.LEFT_SHIFT && !isA(binary.getLeftExpression(), Collection.class);
                if (isRefused) {
                    addStaticTypeError("Scripts may not use '" + binary.getOperation().getText() + "' on a "
                            + getType(binary.getLeftExpression()).getNameWithoutPackage(), binary);
                }
            }
        });
    }

    private boolean isElement(BinaryExpression binary) {
        Expression left = binary.getLeftExpression();
        Expression right = binary.getRightExpression();
        boolean isPosition = ClassHelper.isNumberType(getType(right)) || isA(right, Collection.class);
        boolean hasPositions = isA(left, List.class) || isA(left, CharSequence.class) || isA(left, Matcher.class)
                || getType(left).isArray();
        return isA(left, Map.class) || isA(left, ScriptedObject.class) || isPosition && hasPositions;
    }

    private boolean isA(Expression expression, Class<?> type) {
        ClassNode found = getType(expression);
        ClassNode wanted = ClassHelper.make(type);
        return found.equals(wanted) || found.isDerivedFrom(wanted) || found.implementsInterface(wanted);
    }

    @Override
    public void onMethodSelection(Expression expression, MethodNode target) {
        ClassNode script = typeCheckingVisitor.getTypeCheckingContext().getEnclosingClassNode();
        AllowList allowed = script.getModule().getNodeMetaData(AllowList.class);
        boolean isOwn = target.getDeclaringClass().equals(script) && target.isStatic() && target.getLineNumber() > 0;
        boolean isAllowed = target instanceof ConstructorNode constructor
                ? allowed.allows(constructor)
                : allowed.allows(target);
        if (!isOwn && !isAllowed && !Generated.is(expression)) {
            addStaticTypeError("Scripts may not call " + target.getDeclaringClass().getNameWithoutPackage() + "."
                    + target.getName(), expression);
        } else {
            timed(target).ifPresent(
                    method -> expression.putNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET, method));
        }
    }

    /** What stands in for a method that searches with a regular expression. */
    private static Optional<MethodNode> timed(MethodNode target) {
        List<String> types = new ArrayList<>();
        if (!(target instanceof ExtensionMethodNode)) {
            types.add(target.getDeclaringClass().getName());
        }
        MethodNode implementation =
                target instanceof ExtensionMethodNode added ? added.getExtensionMethodNode() : target;
        types.addAll(names(implementation.getParameters()));
        return REGEX.getDeclaredMethods(target.getName()).stream()
                .filter(method -> names(method.getParameters()).equals(types))
                .findFirst()
                .map(method -> standingIn(method, target));
    }

    private static List<String> names(Parameter[] parameters) {
        return Arrays.stream(parameters).map(parameter -> parameter.getType().getName()).toList();
    }

    private static MethodNode standingIn(MethodNode method, MethodNode target) {
        ExtensionMethodNode call = new ExtensionMethodNode(
                method, target.getName(), Modifier.PUBLIC, target.getReturnType(), target.getParameters(),
                ClassNode.EMPTY_ARRAY, null);
        call.setDeclaringClass(target.getDeclaringClass());
        return call;
    }
}
