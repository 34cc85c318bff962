/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.iom.violation;

import org.jspecify.annotations.NullMarked;
