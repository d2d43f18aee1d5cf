/**
 * The expression language: grammar, checked tree, compiled evaluators and the function library.
 *
 * <p>What nothing does: a comparison with nothing is False, arithmetic with nothing is nothing, {@code &} takes nothing as an empty text,
 * {@code And Or Not} and conditions take it as False. What a function makes of it, its declaration says.
 */
package org.syncline.dsl.expression;
