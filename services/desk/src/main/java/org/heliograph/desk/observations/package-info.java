/** Statistical observations that the party published or that reached it. */
@NullMarked
package org.heliograph.desk.observations;

import org.jspecify.annotations.NullMarked;
