package org.syncline.dsl.xml;

/**
 * One file that could be understood.
 *
 * @param root its root element, bound
 */
record Document<T>(SourceFile file, T root) {}
