/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.sharing.violation;

import org.jspecify.annotations.NullMarked;
