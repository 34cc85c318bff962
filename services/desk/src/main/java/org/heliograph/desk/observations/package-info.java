/** Statistical observations that reached the party, its own public ones included. */
@NullMarked
package org.heliograph.desk.observations;

import org.jspecify.annotations.NullMarked;
