/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.exchange.violation;

import org.jspecify.annotations.NullMarked;
