@NullMarked
package org.heliograph.unodc.portal;

import org.jspecify.annotations.NullMarked;
