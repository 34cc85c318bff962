@NullMarked
package org.heliograph.liaison;

import org.jspecify.annotations.NullMarked;
