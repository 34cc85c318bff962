/** Alerts on travel documents over HTTP. */
@NullMarked
package org.heliograph.desk.documents.web;

import org.jspecify.annotations.NullMarked;
