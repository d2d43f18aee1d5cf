/** The plain form in which programs and scripts see objects, changes and answers: names, texts, numbers, lists and maps. */
package org.syncline.connectors.script.form;
