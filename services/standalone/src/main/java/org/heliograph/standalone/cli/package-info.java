/** The command line of the embedded stack. */
@NullMarked
package org.heliograph.standalone.cli;

import org.jspecify.annotations.NullMarked;
