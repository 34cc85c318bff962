/** The description of the REST layer. */
@NullMarked
package org.heliograph.desk.openapi;

import org.jspecify.annotations.NullMarked;
