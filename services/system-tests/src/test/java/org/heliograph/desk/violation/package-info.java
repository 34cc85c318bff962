/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.desk.violation;

import org.jspecify.annotations.NullMarked;
