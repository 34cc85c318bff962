/** What another policy would have decided about what was decided already. */
@NullMarked
package org.heliograph.sharing.simulation;

import org.jspecify.annotations.NullMarked;
