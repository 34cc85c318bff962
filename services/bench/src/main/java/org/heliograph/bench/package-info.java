/** Measures what each step of the way of a message costs. */
@NullMarked
package org.heliograph.bench;

import org.jspecify.annotations.NullMarked;
