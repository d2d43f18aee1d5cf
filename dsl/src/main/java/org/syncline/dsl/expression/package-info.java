/** The expression language: grammar, checked tree, compiled evaluators and the function library. */
package org.syncline.dsl.expression;
