/**
 * Topics and access rights of the cluster: what the policy calls for, what is there, and the way from one to the other.
 */
@NullMarked
package org.heliograph.operations.cluster;

import org.jspecify.annotations.NullMarked;
