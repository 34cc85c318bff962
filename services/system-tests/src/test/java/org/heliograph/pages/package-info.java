/** The officers' pages in a real browser. */
@NullMarked
package org.heliograph.pages;

import org.jspecify.annotations.NullMarked;
