package org.syncline.dsl.extension.groovy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.TypeCheckingExtension;

/** Refuses every call of a method that scripts may not call, once it is known which method that is. */
public final class CallCheck extends TypeCheckingExtension {

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
        }
    }
}
