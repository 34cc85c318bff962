/**
 * The control plane: brings broker and registry to what the policy says, and publishes the policy to those who decide
 * by it.
 */
@NullMarked
package org.heliograph.operations;

import org.jspecify.annotations.NullMarked;
