@NullMarked
package org.heliograph.bench;

import org.jspecify.annotations.NullMarked;
