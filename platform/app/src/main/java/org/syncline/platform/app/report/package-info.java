/** What commands print: tables and sentences for people, lines of JSON for scripts. */
package org.syncline.platform.app.report;
