/** Whose tokens count, and for how long. */
@NullMarked
package org.heliograph.pages.tokens;

import org.jspecify.annotations.NullMarked;
