/** Distress at sea over HTTP. */
@NullMarked
package org.heliograph.desk.maritime.web;

import org.jspecify.annotations.NullMarked;
