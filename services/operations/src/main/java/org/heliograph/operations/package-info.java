@NullMarked
package org.heliograph.operations;

import org.jspecify.annotations.NullMarked;
