@NullMarked
package org.heliograph.unodc;

import org.jspecify.annotations.NullMarked;
