/** A sandbox for one client: a broker of its own, on which synthetic events and faults are played at it. */
@NullMarked
package org.heliograph.standalone.sandbox;

import org.jspecify.annotations.NullMarked;
