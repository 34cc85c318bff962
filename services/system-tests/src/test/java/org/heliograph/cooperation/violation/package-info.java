/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.cooperation.violation;

import org.jspecify.annotations.NullMarked;
