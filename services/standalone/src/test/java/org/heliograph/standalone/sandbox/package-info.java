@NullMarked
package org.heliograph.standalone.sandbox;

import org.jspecify.annotations.NullMarked;
