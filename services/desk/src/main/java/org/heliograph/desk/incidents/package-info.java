/** Incidents that the party reported or received. */
@NullMarked
package org.heliograph.desk.incidents;

import org.jspecify.annotations.NullMarked;
