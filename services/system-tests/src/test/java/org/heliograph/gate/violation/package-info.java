/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.gate.violation;

import org.jspecify.annotations.NullMarked;
