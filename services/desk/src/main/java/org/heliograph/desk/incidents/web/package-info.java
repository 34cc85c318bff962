/** Incidents over HTTP. */
@NullMarked
package org.heliograph.desk.incidents.web;

import org.jspecify.annotations.NullMarked;
