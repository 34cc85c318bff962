@NullMarked
package org.heliograph.identity;

import org.jspecify.annotations.NullMarked;
