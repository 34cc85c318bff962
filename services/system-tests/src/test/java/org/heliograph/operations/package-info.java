/** The control plane against a real broker and registry. */
@NullMarked
package org.heliograph.operations;

import org.jspecify.annotations.NullMarked;
