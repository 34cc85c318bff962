/** Cooperation requests over HTTP. */
@NullMarked
package org.heliograph.desk.requests.web;

import org.jspecify.annotations.NullMarked;
