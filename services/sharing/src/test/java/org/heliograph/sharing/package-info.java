@NullMarked
package org.heliograph.sharing;

import org.jspecify.annotations.NullMarked;
