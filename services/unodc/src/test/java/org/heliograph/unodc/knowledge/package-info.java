@NullMarked
package org.heliograph.unodc.knowledge;

import org.jspecify.annotations.NullMarked;
