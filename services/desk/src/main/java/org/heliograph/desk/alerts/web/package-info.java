/** Received alerts over HTTP. */
@NullMarked
package org.heliograph.desk.alerts.web;

import org.jspecify.annotations.NullMarked;
