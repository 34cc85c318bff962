/** Observations over HTTP. */
@NullMarked
package org.heliograph.desk.observations.web;

import org.jspecify.annotations.NullMarked;
