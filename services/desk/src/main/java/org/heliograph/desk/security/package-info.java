/** Who may call the desk. */
@NullMarked
package org.heliograph.desk.security;

import org.jspecify.annotations.NullMarked;
