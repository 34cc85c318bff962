@NullMarked
package org.heliograph.pages.tokens;

import org.jspecify.annotations.NullMarked;
