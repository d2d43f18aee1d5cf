/** The lexer and parser that ANTLR generates from {@code Syntax.g4}; only the expression package sees them. */
package org.syncline.dsl.expression.grammar;
