/** What it means that records wait: the decisions of the gate, followed by their metadata and kept for each inbox. */
@NullMarked
package org.heliograph.operations.mission;

import org.jspecify.annotations.NullMarked;
