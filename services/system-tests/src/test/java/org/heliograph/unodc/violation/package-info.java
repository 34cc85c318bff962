/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.unodc.violation;

import org.jspecify.annotations.NullMarked;
