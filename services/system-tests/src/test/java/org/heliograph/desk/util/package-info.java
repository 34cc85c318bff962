/** Breaks the rules of architecture on purpose. */
@NullMarked
package org.heliograph.desk.util;

import org.jspecify.annotations.NullMarked;
