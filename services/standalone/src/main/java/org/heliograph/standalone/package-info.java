/** The embedded stack: every component a process of its own, bound to loopback, its state in one folder. */
@NullMarked
package org.heliograph.standalone;

import org.jspecify.annotations.NullMarked;
